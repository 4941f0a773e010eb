import { type ProbeTry, runProbe, tryToken } from '@crossvault/client-kit';
import {
  type CallOptions,
  type ConnectorContext,
  CrossvaultError,
  type ErrorCode,
  isJsonObject,
  type ProbeReport,
} from '@crossvault/core';
import type { AvepointCalls } from '../client/client.ts';
import { jobScope } from '../client/token-problem.ts';
import { findAccess } from './access.ts';
import { firstPosition } from './position.ts';
import { type RowsSource, readRows } from './read-rows.ts';

export interface ProbeSubject {
  readonly client: RowsSource['client'] & Pick<AvepointCalls, 'tokens' | 'getLicense' | 'condition'>;
  readonly locations: readonly string[];
}

const advice: Partial<Record<ErrorCode, string>> = {
  'authentication-failed':
    'Check clientId and secret or certificate of the app registration; a credential of type token is valid for one hour and has to be replaced then.',
  'permission-denied': `Give the app registration the permission ${jobScope} (AvePoint Online Services, Administration, App registrations).`,
  'secret-missing': 'Put the file where credential.path says, readable for the user that Crossvault runs as.',
  'configuration-invalid': 'Make a PEM file of the private key and its certificate, and name it in credential.path.',
  'source-not-found': 'The step `access` distinguishes the reasons.',
  'source-unreachable': 'Check region, environment, baseUrl and identityUrl, and whether a proxy is needed.',
  'source-throttled': 'Wait; lower `concurrency` if the error recurs.',
  'answer-unreadable': 'Check baseUrl and jobsPath: the address does not return the list of jobs.',
};

/** Servers of this kind accept assertions whose times differ by this much. */
const tolerableSkewSeconds = 300;

/** A token, one row of every list, what the app and the tenant may, and the clock. */
export async function probeConnection(
  { client, locations }: ProbeSubject,
  context: ConnectorContext,
  call: CallOptions,
): Promise<ProbeReport> {
  const { clock, connection } = context;
  const source = { client, connection };
  let listError: CrossvaultError | null = null;
  let listAdvice: string | null = null;
  const list: ProbeTry = {
    name: 'list',
    async run(step) {
      try {
        const empty = await findEmptyLists(source, locations, step);
        listAdvice = adviseOnEmpty(empty);
        return describeLists(empty);
      } catch (error) {
        listError = CrossvaultError.from(error);
        throw listError;
      }
    },
  };
  const options = { clock, advice };
  const first = await runProbe([tryToken(client.tokens.for(jobScope), 'There is a token.'), list], options, call);
  const reported = first.steps.map((step) =>
    step.name === 'list' && step.ok ? { ...step, advice: listAdvice } : step,
  );
  if (!first.ok && !isAboutAccess(listError)) return { ...first, steps: reported };
  const access = await findAccess({ client, connection, listError }, context, call);
  const rest = await runProbe(access.ok ? [tryClock(client)] : [], options, call);
  const steps = [...reported, access, ...rest.steps];
  return { ok: steps.every(({ ok }) => ok), steps, deniedFields: [] };
}

const isAboutAccess = (error: CrossvaultError | null): boolean =>
  error?.code === 'source-not-found' || error?.code === 'permission-denied';

/** The locations whose lists are empty; one row of each is requested. */
async function findEmptyLists(
  source: RowsSource,
  locations: readonly string[],
  call: CallOptions,
): Promise<readonly string[]> {
  const empty: string[] = [];
  const firstIds = new Map<unknown, string>();
  for (const location of locations) {
    const query = { location, jobType: 0, span: { from: null, to: null } } as const;
    const { rows } = await readRows(source, query, firstPosition(1), call);
    const [row] = rows;
    if (row === undefined) empty.push(location);
    const id = isJsonObject(row) ? row['id'] : undefined;
    const twin = firstIds.get(id);
    if (id !== undefined && twin !== undefined) throw sameJob(source.connection, twin, location);
    firstIds.set(id, location);
  }
  return empty;
}

function describeLists(empty: readonly string[]): string {
  if (empty.length === 0) return 'The list answers.';
  const named = empty.filter((location) => location !== '');
  return named.length === 0
    ? 'The list can be read; it contains no jobs.'
    : `The list can be read; it contains no job in ${named.join(', ')}.`;
}

/** Reported by a practitioner, not documented. */
function adviseOnEmpty(empty: readonly string[]): string | null {
  return empty.some((location) => location !== '')
    ? 'A tenant without Multi-Geo may answer every location with an empty list: configure locations only for a Multi-Geo tenant, and only those that it has.'
    : null;
}

/** A vendor that ignores the location would list every job once for each. */
function sameJob(source: string, one: string, other: string): CrossvaultError {
  return new CrossvaultError({
    code: 'configuration-invalid',
    message: `The lists of ${one} and ${other} begin with the same job: the vendor does not distinguish these locations, and jobs would be listed twice. Leave locations out.`,
    source,
    parameter: 'locations',
  });
}

function tryClock(client: Pick<AvepointCalls, 'condition'>): ProbeTry {
  return {
    name: 'clock',
    async run() {
      const skew = client.condition().clockSkewSeconds;
      if (skew === null) return 'The vendor does not report its time.';
      const words =
        skew === 0 ? 'agrees with this one' : `is ${Math.abs(skew)} s ${skew > 0 ? 'ahead of' : 'behind'} this one`;
      if (Math.abs(skew) <= tolerableSkewSeconds) return `The vendor's clock ${words}.`;
      throw new CrossvaultError({
        code: 'configuration-invalid',
        message: `The vendor's clock ${words}. Set this machine's clock: signed assertions are refused, and Crossvault renews tokens too early or too late.`,
      });
    },
  };
}
