import type { Answer } from '@crossvault/client-kit';
import { mapRows, parseToken, toJobContext } from '@crossvault/client-kit';
import {
  type CallOptions,
  type ConnectorContext,
  CrossvaultError,
  isJsonObject,
  type JobKey,
  joinSentences,
  type PageRequest,
  type PlanCalls,
  type PlanPage,
  type PlanRecord,
  type Rejection,
  readCount,
} from '@crossvault/core';
import { z } from 'zod';
import type { AvepointCalls } from '../client/client.ts';
import { settingsScope } from '../client/token-problem.ts';
import { jobMapper } from '../mapping/map-job.ts';
import { type PlanAnswers, type ServiceJobs, toPlan } from '../mapping/map-plan.ts';
import { serviceOf } from '../mapping/services.ts';
import { openEnvelope, openServices } from '../mapping/unwrap.ts';
import { frequencyWire } from '../mapping/wire.ts';
import { firstPosition } from './position.ts';
import { largestPage, readRows } from './read-rows.ts';

/** How far back the newest backups of a service are looked for: some are made once a day. */
const lookBackMs = 2 * 86_400_000;

interface PlanSource {
  readonly client: AvepointCalls;
  /** '' where none is sent. */
  readonly locations: readonly string[];
}

/** One service in one location, before its jobs are read. */
interface ServiceAnswers {
  readonly location: string;
  readonly answers: PlanAnswers;
}

/** The services that are backed up, with their settings. They have no actions. */
export function createPlanCalls({ client, locations }: PlanSource, context: ConnectorContext): PlanCalls {
  const { connection, clock, logger } = context;

  async function readServices(location: string, call: CallOptions): Promise<readonly ServiceAnswers[]> {
    const sent = location === '' ? null : location;
    const answer = await client.getFrequency(sent, call).catch((error: unknown) => {
      throw explainForbidden(error);
    });
    const data = openServices(answer, connection);
    if (data.length === 0) return [];
    const retention = await readBeside('how long backups are kept', () => client.getRetention(sent, call), call);
    const licence = await readBeside('the licence', () => client.getLicense(call), call);
    return data.map((frequency: unknown) => ({ location, answers: { frequency, retention, licence } }));
  }

  /** A failure to read an additional answer leaves only its own fields empty. */
  async function readBeside(what: string, ask: () => Promise<Answer>, call: CallOptions): Promise<unknown> {
    try {
      return openEnvelope(await ask(), connection)['data'] ?? null;
    } catch (error) {
      if (call.signal.aborted) throw error;
      logger.warn({ error: CrossvaultError.from(error).message }, `AvePoint did not report ${what}.`);
      return null;
    }
  }

  /** No row contains its service; only the list of one type of object does. */
  async function readJobs({ location, answers }: ServiceAnswers, call: CallOptions): Promise<ServiceJobs> {
    const objectType = objectTypeOf(answers);
    if (objectType === null) return null;
    const from = new Date(clock.now() - lookBackMs).toISOString();
    const query = { location, jobType: 1, objectType, span: { from, to: null } } as const;
    try {
      const page = await readRows({ client, connection }, query, firstPosition(largestPage), call);
      return mapRows(jobMapper, page.rows, toJobContext(context, location, { jobType: '1' })).records;
    } catch (error) {
      if (call.signal.aborted) throw error;
      logger.warn({ error: CrossvaultError.from(error).message }, 'The last backups of a service could not be read.');
      return null;
    }
  }

  /** Lists of services that hold the same backup ignore their filter. A service that is read alone is compared with another. */
  async function toResults(services: readonly ServiceAnswers[], all: readonly ServiceAnswers[], call: CallOptions) {
    const others = services.length > 1 ? [] : all.filter((other) => isComparable(other, services[0])).slice(0, 1);
    const read = new Map<ServiceAnswers, ServiceJobs>();
    for (const service of [...services, ...others]) read.set(service, await readJobs(service, call));
    const ids = [...read.values()].flatMap((jobs) => (jobs ?? []).map(({ job }) => job.id));
    const areJobsTold = new Set(ids).size === ids.length;
    return services.map((service) => {
      const at = { connection, location: service.location, nowMs: clock.now(), areJobsTold };
      return toPlan(service.answers, areJobsTold ? (read.get(service) ?? null) : null, at);
    });
  }

  async function list(page: PageRequest, call: CallOptions): Promise<PlanPage> {
    const offset = page.token === null ? 0 : parseToken(page.token, z.int().nonnegative(), 'services', connection);
    const all: ServiceAnswers[] = [];
    for (const location of locations) all.push(...(await readServices(location, call)));
    const reached = offset + Math.max(1, page.size);
    const records: PlanRecord[] = [];
    const rejected: Rejection[] = [];
    for (const result of await toResults(all.slice(offset, reached), all, call)) {
      if (result.kind === 'plan') records.push(result.record);
      else rejected.push(result.rejection);
    }
    return { records, rejected, next: reached < all.length ? JSON.stringify(reached) : null };
  }

  async function get(key: JobKey, call: CallOptions): Promise<PlanRecord> {
    const [location = '', number, ...others] = key;
    const isKnown = number !== undefined && others.length === 0 && locations.includes(location);
    const all = isKnown ? await readServices(location, call) : [];
    const asked = all.filter(({ answers: { frequency } }) => {
      return isJsonObject(frequency) && String(frequency['serviceType']) === number;
    });
    const [result] = await toResults(asked.slice(0, 1), all, call);
    if (result?.kind === 'plan') return result.record;
    throw new CrossvaultError({
      code: 'plan-not-found',
      message: `The connection ${connection} has no service ${key.join('/')} that is backed up.`,
      source: connection,
    });
  }

  return { list, get };
}

function objectTypeOf({ frequency }: PlanAnswers) {
  const number = readCount(frequencyWire.safeParse(frequency).data?.serviceType).value;
  return number === null ? null : serviceOf(number).objectType;
}

const isComparable = (other: ServiceAnswers, service: ServiceAnswers | undefined): boolean =>
  service !== undefined &&
  other !== service &&
  other.location === service.location &&
  objectTypeOf(other.answers) !== null &&
  objectTypeOf(other.answers) !== objectTypeOf(service.answers);

/** A token without the permission is answered 403 by the API; the token endpoint names it already. */
function explainForbidden(error: unknown): unknown {
  if (!CrossvaultError.isInstance(error) || error.code !== 'permission-denied') return error;
  if (error.message.includes(settingsScope)) return error;
  const advice = `Give the app registration the permission ${settingsScope} (AvePoint Online Services, Administration, App registrations).`;
  return new CrossvaultError({
    ...error,
    code: error.code,
    message: joinSentences(error.message, advice),
    cause: error,
  });
}
