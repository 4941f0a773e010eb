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
    const number = readCount(frequencyWire.safeParse(answers.frequency).data?.serviceType).value;
    const objectType = number === null ? null : serviceOf(number).objectType;
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

  async function toResult(service: ServiceAnswers, call: CallOptions) {
    const jobs = await readJobs(service, call);
    return toPlan(service.answers, jobs, { connection, location: service.location, nowMs: clock.now() });
  }

  async function list(page: PageRequest, call: CallOptions): Promise<PlanPage> {
    const offset = page.token === null ? 0 : parseToken(page.token, z.int().nonnegative(), 'services', connection);
    const all: ServiceAnswers[] = [];
    for (const location of locations) all.push(...(await readServices(location, call)));
    const reached = offset + Math.max(1, page.size);
    const records: PlanRecord[] = [];
    const rejected: Rejection[] = [];
    for (const service of all.slice(offset, reached)) {
      const result = await toResult(service, call);
      if (result.kind === 'plan') records.push(result.record);
      else rejected.push(result.rejection);
    }
    return { records, rejected, next: reached < all.length ? JSON.stringify(reached) : null };
  }

  async function get(key: JobKey, call: CallOptions): Promise<PlanRecord> {
    const [location = '', number, ...others] = key;
    const isKnown = number !== undefined && others.length === 0 && locations.includes(location);
    for (const service of isKnown ? await readServices(location, call) : []) {
      const { frequency } = service.answers;
      const isAsked = isJsonObject(frequency) && String(frequency['serviceType']) === number;
      const result = isAsked ? await toResult(service, call) : null;
      if (result?.kind === 'plan') return result.record;
    }
    throw new CrossvaultError({
      code: 'plan-not-found',
      message: `The connection ${connection} has no service ${key.join('/')} that is backed up.`,
      source: connection,
    });
  }

  return { list, get };
}

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
