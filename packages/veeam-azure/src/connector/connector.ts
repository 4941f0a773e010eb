import type { Answer } from '@crossvault/client-kit';
import {
  type CallOptions,
  type Connector,
  type ConnectorContext,
  CrossvaultError,
  isJsonObject,
  type JobContext,
  type JobKey,
  type JobList,
  type JobLog,
  type JobRaw,
  type JobRecord,
  type ListPage,
  type ListQuery,
  nativeFilters,
  type PageRequest,
  type Rejection,
  toJobId,
} from '@crossvault/contract';
import { createVeeamAzureClient } from '../client/client.ts';
import type { VeeamAzureConfig } from '../config.ts';
import { toSessionId } from './key.ts';
import { jobMapper } from './map-job.ts';
import { toJobLog } from './map-log.ts';
import { probeInSteps } from './probe.ts';
import { readPosition, toFilters, toSessionPage } from './session-page.ts';
import { sessionListWire } from './wire.ts';

/** How long closing may wait for the appliance to take its token back. */
const logOutDeadlineMs = 2_000;

export function createVeeamAzureConnector(config: VeeamAzureConfig, context: ConnectorContext): Connector {
  const client = createVeeamAzureClient(config, context);
  // The page of v1 takes no parameters but offset and limit.
  const list: JobList = {
    key: 'sessions',
    order: 'newest-first',
    nativeFilters: config.apiVersion === 'v1' ? [] : nativeFilters,
  };
  const toContext = (): JobContext => ({
    connection: context.connection,
    list: list.key,
    observedAt: new Date(context.clock.now()).toISOString(),
  });

  async function listJobs(_list: JobList, query: ListQuery, page: PageRequest, call: CallOptions): Promise<ListPage> {
    const position = readPosition(page.token);
    const filters = list.nativeFilters.length === 0 ? {} : toFilters(query);
    const limit = Math.max(1, page.size);
    const answer = await client.listSessions({ offset: position.offset, limit, ...filters }, call);
    const envelope = sessionListWire.safeParse(answer.body).data;
    if (envelope === undefined) throw unreadableAnswer('list of sessions', context);
    const { rows, next, warnings } = toSessionPage(position, envelope);
    const jobContext = toContext();
    const records: JobRecord[] = [];
    const rejected: Rejection[] = [];
    for (const row of rows) {
      const result = jobMapper.map({ list: row }, jobContext);
      if (result.kind === 'job') records.push(result.record);
      else rejected.push(result.rejection);
    }
    return { records, rejected, withoutRun: 0, next, warnings };
  }

  /** Logs in first, so that what is unknown can only be the id and not the token endpoint. */
  async function readKnown(read: () => Promise<Answer>, call: CallOptions): Promise<Answer | null> {
    await client.tokens.get(call);
    return read().catch(nullWhenUnknown);
  }

  /** The record of a session without its log; null when the appliance does not know the id. */
  async function readSession(sessionId: string, call: CallOptions): Promise<JobRecord | null> {
    const answer = await readKnown(() => client.getSession(sessionId, call), call);
    if (answer === null) return null;
    const result = jobMapper.map({ get: answer.body }, toContext());
    if (result.kind === 'rejected') throw unreadableAnswer(`session ${sessionId}`, context);
    return result.record;
  }

  /** A log that cannot be had costs the errors, not the job; giving up costs both. */
  async function readLog(sessionId: string, call: CallOptions): Promise<Pick<JobRaw, 'log'>> {
    try {
      return { log: (await client.getSessionLog(sessionId, call)).body };
    } catch (error) {
      if (call.signal.aborted) throw error;
      context.logger.warn(
        { sessionId, error: CrossvaultError.from(error).message },
        'The log of a session is missing.',
      );
      return {};
    }
  }

  async function getJob(key: JobKey, call: CallOptions): Promise<JobRecord> {
    const sessionId = toSessionId(key);
    const session = sessionId === null ? null : await readSession(sessionId, call);
    if (session === null || sessionId === null) throw jobNotFound(key, context);
    const raw = { ...session.raw, ...(await readLog(sessionId, call)) };
    const result = jobMapper.map(raw, toContext());
    return result.kind === 'job' ? result.record : session;
  }

  async function findJobs(nativeId: string, call: CallOptions): Promise<readonly JobKey[]> {
    const sessionId = toSessionId([nativeId]);
    const session = sessionId === null ? null : await readSession(sessionId, call);
    return session === null ? [] : [session.key];
  }

  async function jobLog(key: JobKey, call: CallOptions): Promise<JobLog> {
    const sessionId = toSessionId(key);
    const answer = sessionId === null ? null : await readKnown(() => client.getSessionLog(sessionId, call), call);
    if (answer === null) throw jobNotFound(key, context);
    const log = isJsonObject(answer.body) ? toJobLog(toJobId(context.connection, key), answer.body) : null;
    if (log === null) throw unreadableAnswer(`log of session ${sessionId}`, context);
    return log;
  }

  async function close(): Promise<void> {
    if (client.tokens.close === undefined) return;
    const deadline = new AbortController();
    const done = new AbortController();
    context.clock.sleep(logOutDeadlineMs, { signal: done.signal }).then(
      () => deadline.abort(),
      () => undefined,
    );
    await client.tokens.close({ signal: deadline.signal }).catch(() => undefined);
    done.abort();
  }

  return Object.freeze({
    vendor: 'veeam-azure',
    history: 'complete' as const,
    jobLists: async () => [list],
    listJobs,
    findJobs,
    getJob,
    explainJob: jobMapper.explain,
    jobLog,
    probe: (call: CallOptions) =>
      probeInSteps(
        [
          {
            name: 'token',
            async run(step) {
              await client.tokens.get(step);
              return config.credential.type === 'token'
                ? 'The configured token is used as it is.'
                : `Logged in as ${config.credential.username}.`;
            },
          },
          {
            name: 'list',
            async run(step) {
              const query = { startedAfter: null, startedBefore: null, status: null };
              const page = await listJobs(list, query, { size: 1, token: null }, step);
              const isEmpty = page.records.length + page.rejected.length === 0;
              return isEmpty ? 'The list can be read; it is empty.' : 'Sessions can be read.';
            },
          },
        ],
        context.clock,
        call,
      ),
    close,
  });
}

/** An id of another form (a number where uuids are expected) may be refused with 400 instead of 404; not documented. */
function nullWhenUnknown(error: unknown): null {
  if (!CrossvaultError.isInstance(error)) throw error;
  if (error.code === 'source-not-found' || (error.code === 'source-refused' && error.upstreamStatus === 400))
    return null;
  throw error;
}

function jobNotFound(key: JobKey, context: ConnectorContext): CrossvaultError {
  return new CrossvaultError({
    code: 'job-not-found',
    message: `${context.connection} has no session ${key.join('/')}. The appliance forgets sessions when their retention ends.`,
    source: context.connection,
  });
}

function unreadableAnswer(what: string, context: ConnectorContext): CrossvaultError {
  return new CrossvaultError({
    code: 'answer-unreadable',
    message: `The answer for the ${what} does not have the documented form.`,
    source: context.connection,
  });
}
