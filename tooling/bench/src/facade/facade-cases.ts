import type { Aim, Figure } from '../figures/figure.ts';
import { median, summarizeRatios } from '../statistics.ts';
import type { Requests } from './facade-world.ts';
import type { FacadeMeasurement } from './measure-server.ts';
import type { BareKind } from './servers.ts';

export type ServerName = 'crossvault' | BareKind;

/** One kind of request, and what it is compared with. */
export interface FacadeCase {
  readonly name: string;
  readonly requests: keyof Requests;
  /** Whether the facade is asked with the validator of its last answer. */
  readonly revalidates?: boolean;
  /** Whether another process commits jobs meanwhile. */
  readonly isWritten?: boolean;
  readonly servers: readonly ServerName[];
  readonly aims: Readonly<Partial<Record<ServerName, Aim>>>;
}

/**
 * No query of the first case is asked twice, so no page of it can be kept for the next caller. The second case is one
 * query again and again.
 */
export const facadeCases: readonly FacadeCase[] = [
  {
    name: 'list of 50, new queries, while jobs are committed',
    requests: 'list',
    isWritten: true,
    servers: ['crossvault', 'node:http', 'Express 5', 'ready text'],
    aims: { 'node:http': { least: 0.4 }, 'Express 5': { least: 0.8 } },
  },
  {
    name: 'list of 50, one query again',
    requests: 'again',
    servers: ['crossvault', 'node:http', 'ready text'],
    aims: {},
  },
  {
    name: '304 of a list of 50',
    requests: 'again',
    revalidates: true,
    servers: ['crossvault', 'node:http'],
    aims: { 'node:http': { least: 0.55 } },
  },
  { name: 'one job', requests: 'job', servers: ['crossvault', 'node:http'], aims: { 'node:http': { least: 0.4 } } },
  { name: 'summary of a day', requests: 'summary', servers: ['crossvault', 'node:http'], aims: {} },
  { name: 'changes, 50', requests: 'changes', servers: ['crossvault', 'node:http'], aims: {} },
];

const rateOf = ({ requests, seconds }: FacadeMeasurement): number => requests / seconds;
const costsOf = (turns: readonly FacadeMeasurement[]): readonly number[] =>
  turns.flatMap(({ processorMs }) => processorMs ?? []);
const shownRate = (turns: readonly FacadeMeasurement[]): string =>
  Math.round(median(turns.map(rateOf))).toLocaleString('en');
const shownMs = (values: readonly number[]): string => median(values).toFixed(2);

/**
 * The facade against each of the other servers of a case, in the same round: by requests a second, and by the processor
 * time of a request, which others on the machine disturb less. Both are the larger, the better the facade is.
 */
export function toFacadeFigures(
  { name, aims }: Pick<FacadeCase, 'name' | 'aims'>,
  sockets: number,
  measured: ReadonlyMap<ServerName, readonly FacadeMeasurement[]>,
): readonly Figure[] {
  const ours = measured.get('crossvault') ?? [];
  const p50Ms = shownMs(ours.map((turn) => turn.p50Ms));
  const title = `${name}, ${sockets === 1 ? '1 socket' : `${sockets} sockets`}`;
  return [...measured]
    .filter(([server]) => server !== 'crossvault')
    .flatMap(([server, theirs]) => {
      const aim = aims[server] ?? null;
      const rates: Figure = {
        name: `${title} / ${server}`,
        measured: `${shownRate(ours)} to ${shownRate(theirs)} a second, p50 ${p50Ms} ms`,
        ratio: summarizeRatios(ours.map(rateOf), theirs.map(rateOf)),
        aim,
      };
      const [own, other] = [costsOf(ours), costsOf(theirs)];
      if (own.length < ours.length || other.length < theirs.length) return [rates];
      // What others on the machine do changes how many requests there are in a second, and not what one costs.
      const noisy: Figure = { ...rates, better: null };
      const costs: Figure = {
        name: `${title} / ${server}, by processor time`,
        measured: `${shownMs(own)} to ${shownMs(other)} ms a request`,
        ratio: summarizeRatios(other, own),
        aim,
      };
      return [noisy, costs];
    });
}
