import {
  endSession,
  jobNotFound,
  mismatchedAnswer,
  nullWhenAbsent,
  toJobContext,
  unreadableAnswer,
} from '@crossvault/client-kit';
import {
  type CallOptions,
  type Connector,
  type ConnectorContext,
  CrossvaultError,
  isJsonObject,
  type JobKey,
  type JobList,
  type JobLog,
  type JobRaw,
  type JobRecord,
  type ListPage,
  type ListQuery,
  nativeFilters,
  type Operation,
  type PageRequest,
  type PreparedWrite,
  type PrepareOptions,
  toJobId,
} from '@crossvault/core';
import { createVeeamAzureCalls } from '../client/client.ts';
import type { VeeamAzureConfig } from '../config.ts';
import { logDenied } from '../mapping/job-answer.ts';
import { isJobId, parseJobKey, toJobKey } from '../mapping/key.ts';
import { jobMapper } from '../mapping/map-job.ts';
import { toJobLog } from '../mapping/map-log.ts';
import { toOperation } from '../mapping/map-operation.ts';
import { mannerOf } from '../versions.ts';
import type { Window } from './align.ts';
import { prepareCancel } from './cancel-job.ts';
import { createWriteCalls } from './follow.ts';
import { createKnownAnswers, isRefusedId } from './known-answer.ts';
import { toListFilter } from './list-filter.ts';
import { readListPage } from './list-page.ts';
import { createPlanWrites } from './plan-writes.ts';
import { createPlanReader } from './plans.ts';
import { createPolicySessions } from './policy-sessions.ts';
import { firstPosition, parsePageToken } from './position.ts';
import { probeConnection } from './probe.ts';
import { createProtectedItemCalls } from './protected-items.ts';
import { mayHaveFailures, readSessionItems } from './session-items.ts';

export function createVeeamAzureConnector(config: VeeamAzureConfig, context: ConnectorContext): Connector {
  const client = createVeeamAzureCalls(config, context);
  const { connection } = context;
  // The page of v1 takes no parameters but offset and limit.
  const manner = mannerOf(config.apiVersion);
  const list: JobList = {
    key: 'sessions',
    order: 'newest-first',
    nativeFilters: manner.filters ? nativeFilters : [],
  };

  const known = createKnownAnswers(client);
  const plans = createPlanReader(client, known, manner.policySorts, context);
  const sessions = createPolicySessions(client, context);

  async function listJobs(_list: JobList, query: ListQuery, page: PageRequest, call: CallOptions): Promise<ListPage> {
    const position = page.token === null ? firstPosition : parsePageToken(page.token, connection);
    const filter = list.nativeFilters.length === 0 ? {} : toListFilter(query);
    const ask = async (window: Window) => {
      const { body } = await client.listSessions({ ...window, ...filter }, call);
      known.noteServed();
      return body;
    };
    return readListPage(ask, position, Math.max(1, page.size), toJobContext(context, list.key));
  }

  /** The session without its log, or null when the appliance does not know it. */
  async function readJob(sessionId: string, call: CallOptions): Promise<JobRecord | null> {
    if (!isJobId(sessionId)) return null;
    const answer = await known.read(() => client.getSession(sessionId, call), call);
    if (answer === null) return null;
    const result = jobMapper.map({ get: answer.body }, toJobContext(context, list.key));
    if (result.kind === 'job') {
      const [asked, answered = ''] = [...toJobKey(sessionId), ...result.record.key];
      if (asked?.toLowerCase() === answered.toLowerCase()) return result.record;
      throw mismatchedAnswer(connection, 'session', sessionId, answered);
    }
    throw unreadableAnswer(connection, `The answer for session ${sessionId} does not have the documented form.`);
  }

  /** A missing log removes the errors, not the job; a cancellation removes both. */
  async function readLog(sessionId: string, call: CallOptions): Promise<Pick<JobRaw, 'log'> | 'denied'> {
    try {
      return { log: (await client.getSessionLog(sessionId, call)).body };
    } catch (error) {
      if (call.signal.aborted) throw error;
      const { code, message } = CrossvaultError.from(error);
      context.logger.warn({ sessionId, error: message }, 'The log of a session is missing.');
      return code === 'permission-denied' ? 'denied' : {};
    }
  }

  async function findJobs(nativeId: string, call: CallOptions): Promise<readonly JobKey[]> {
    const record = await readJob(nativeId, call);
    return record === null ? [] : [record.key];
  }

  async function getJob(key: JobKey, call: CallOptions): Promise<JobRecord> {
    const address = parseJobKey(key);
    const record = address === null ? null : await readJob(address.sessionId, call);
    if (address === null || record === null) throw sessionNotFound(key, connection);
    const asksForItems = manner.hasSessionItems && mayHaveFailures(record);
    const [log, items] = await Promise.all([
      readLog(address.sessionId, call),
      asksForItems ? readSessionItems(client, address.sessionId, context, call) : {},
    ]);
    const raw = log === 'denied' ? { ...record.raw, ...items } : { ...record.raw, ...log, ...items };
    const result = jobMapper.map(raw, toJobContext(context, list.key, log === 'denied' ? logDenied : {}));
    return result.kind === 'job' ? result.record : record;
  }

  async function cancelJob(key: JobKey, options: PrepareOptions): Promise<PreparedWrite> {
    const address = parseJobKey(key);
    const record = address === null ? null : await readJob(address.sessionId, options);
    if (record === null) throw sessionNotFound(key, connection);
    return prepareCancel(client, record, context);
  }

  async function jobLog(key: JobKey, call: CallOptions): Promise<JobLog> {
    const address = parseJobKey(key);
    const answer =
      address === null ? null : await known.read(() => client.getSessionLog(address.sessionId, call), call);
    if (answer === null) throw sessionNotFound(key, connection);
    const log = isJsonObject(answer.body) ? toJobLog(toJobId(connection, key), answer.body) : null;
    if (log !== null) return log;
    throw unreadableAnswer(
      connection,
      `The answer for the log of session ${key.join('/')} does not have the documented form.`,
    );
  }

  async function getOperation(nativeId: string, call: CallOptions): Promise<Operation> {
    const answer = isJobId(nativeId) ? await nullWhenAbsent(client.getOperation(nativeId, call), isRefusedId) : null;
    if (answer === null) throw jobNotFound(connection, `operation ${nativeId}`);
    const operation = toOperation(answer.body, connection);
    if (operation !== null) {
      if (operation.id.toLowerCase() === nativeId.toLowerCase()) return operation;
      throw mismatchedAnswer(connection, 'operation', nativeId, operation.id);
    }
    throw unreadableAnswer(connection, `The answer for operation ${nativeId} does not have the documented form.`);
  }

  return Object.freeze({
    vendor: 'veeam-azure',
    history: 'complete',
    addresses: [{ name: 'api', url: config.baseUrl }],
    condition: client.condition,
    jobLists: async () => [list],
    listJobs,
    findJobs,
    getJob,
    explainJob: jobMapper.explain,
    mapJob: jobMapper.map,
    mapperVersion: jobMapper.version,
    runTiming: { startGraceMs: 1_800_000, reportLagMs: 600_000, unlistedTracks: [] },
    jobLog,
    cancelJob,
    plans: {
      list: plans.list,
      get: async (key, call) => (await plans.find(key, call)).record,
      ...createPlanWrites(client, plans, sessions, context),
    },
    ...(manner.itemSorts.length === 0
      ? {}
      : { protectedItems: createProtectedItemCalls(client, known, manner.itemSorts, context) }),
    writes: createWriteCalls(client, plans, sessions, context),
    ...(manner.hasOperations ? { operations: { get: getOperation } } : {}),
    probe: (call) => probeConnection({ client, config }, context, call),
    close: () => endSession(client.tokens, context),
  } satisfies Connector);
}

const sessionNotFound = (key: JobKey, connection: string): CrossvaultError =>
  jobNotFound(connection, `session ${key.join('/')}`, 'The appliance forgets sessions when their retention ends.');
