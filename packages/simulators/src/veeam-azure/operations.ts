import type { SimulatedClock } from '../clock/clock.ts';
import type { Random } from '../fleet/random.ts';
import type { ApplianceState } from './appliance.ts';
import type { Manner } from './render.ts';
import { renderInstant } from './time-text.ts';

/** A request that is worked off after it was answered. */
type Operation = {
  readonly id: string;
  readonly startMs: number;
  readonly endMs: number;
  readonly outcome: ApplianceState['operations']['outcome'];
  /** What the request asked for; there once the operation has ended well. */
  result(manner: Manner): unknown;
};

export type Operations = {
  /** Returns the new operation as in the answer 202. */
  start(result: Operation['result'], manner: Manner): unknown;
  /** Its current state; undefined for an unknown id. */
  find(id: string, manner: Manner): unknown;
};

const PENDING_MS = 2000;

const statusOf = ({ startMs, endMs, outcome }: Operation, nowMs: number): string => {
  if (nowMs >= endMs) return outcome;
  return nowMs - startMs < PENDING_MS ? 'Pending' : 'Running';
};

const ERROR = {
  type: 'https://tools.ietf.org/html/rfc7231#section-6.6.1',
  title: 'The operation has failed.',
  status: 500,
  detail: 'Failed to rescan the infrastructure: the service account has no access to the subscription.',
  instance: null,
  extensions: {},
};

const render = (operation: Operation, nowMs: number, manner: Manner): unknown => {
  const { id, startMs, result } = operation;
  const status = statusOf(operation, nowMs);
  return {
    id,
    startTime: renderInstant(startMs * 1000),
    status,
    ...(status === 'Error' ? { error: ERROR } : {}),
    ...(status === 'Success' || status === 'Warning' ? { result: result(manner) } : {}),
    _links: { self: { href: `${manner.address}/api/${manner.version}/operations/${id}` } },
  };
};

export const createOperations = (parts: {
  readonly clock: SimulatedClock;
  readonly random: Random;
  readonly state: () => ApplianceState;
}): Operations => {
  const { clock, random, state } = parts;
  const operations = new Map<string, Operation>();
  return Object.freeze({
    start: (result: Operation['result'], manner: Manner) => {
      const { durationSeconds, outcome } = state().operations;
      const startMs = clock.now();
      const operation = { id: random.uuid(), startMs, endMs: startMs + durationSeconds * 1000, outcome, result };
      operations.set(operation.id, operation);
      return render(operation, startMs, manner);
    },
    find: (id: string, manner: Manner) => {
      const operation = operations.get(id.toLowerCase());
      return operation === undefined ? undefined : render(operation, clock.now(), manner);
    },
  });
};
