import { toJobContext } from '@crossvault/client-kit';
import {
  type CallOptions,
  type ConnectorContext,
  isJsonObject,
  type JobContext,
  type JobKey,
  type JobRecord,
  type ListPage,
  type ListQuery,
  type PageRequest,
  type Rejection,
} from '@crossvault/core';
import type { CallsV3 } from '../client/calls-v3.ts';
import { neverRan } from '../mapping/job-answer.ts';
import { readId } from '../mapping/key.ts';
import { jobMapper } from '../mapping/map-job.ts';
import { parseJob } from '../mapping/wire.ts';
import { createAgentNames, createOrganizationNames, organizationOf, withTenant } from './agent-names.ts';
import { createComputers } from './computers.ts';
import { createConsoleRows, type Part } from './console-rows.ts';
import { allJobs } from './job-contexts.ts';
import type { JobReader } from './job-reader.ts';
import { filterByValues, type ListFilter, toListFilter } from './list-filter.ts';
import { readAllRowPages } from './list-page.ts';
import { createPlanList } from './plan-list-v3.ts';
import { readJobV3 } from './read-job-v3.ts';
import { createPlanReaderV3 } from './read-plan-v3.ts';

/** v3 lists the jobs of all agents, and those of all backup servers: one list here, in which no job stands twice. */
export function createConsoleLists(calls: CallsV3, context: ConnectorContext): JobReader {
  const names = createAgentNames(calls, context);
  const organizations = createOrganizationNames(calls, context);
  const refresh = (call: CallOptions) => Promise.all([names.refresh(call), organizations.refresh(call)]);
  const consoleRows = createConsoleRows(calls, context);
  const { lists } = consoleRows;
  const sources = { calls, names, organizations, agentJobs: lists.agents, serverJobs: lists.servers };

  /** Whose job a row is, is in the row. `page` is the context of the page that has it. */
  function toRowContext(plain: JobContext, part: Part, row: unknown): JobContext {
    const page = withTenant(plain, organizations.nameOf(organizationOf(row)));
    const job = isJsonObject(row) ? parseJob(row) : null;
    if (part === 'servers') return { ...page, family: 'server', server: readId(job?.backupServerUid) ?? '' };
    const agent = readId(job?.backupAgentUid) ?? '';
    return { ...page, agent, agentName: names.nameOf(agent) };
  }

  const toContext = (part: Part, row: unknown): JobContext =>
    toRowContext(toJobContext(context, allJobs.key), part, row);

  /** A definition that never ran is rejected by the mapper, and counted here instead. */
  function mapPart(part: Part, rows: readonly unknown[]) {
    const page = toJobContext(context, allJobs.key);
    const records: JobRecord[] = [];
    const rejected: Rejection[] = [];
    let withoutRun = 0;
    for (const row of rows) {
      const result = jobMapper.map({ list: row }, toRowContext(page, part, row));
      if (result.kind === 'job') records.push(result.record);
      else if (neverRan(row)) withoutRun += 1;
      else rejected.push(result.rejection);
    }
    return { records, rejected, withoutRun };
  }

  async function listJobs(query: ListQuery, page: PageRequest, call: CallOptions): Promise<ListPage> {
    const filter = toListFilter(query);
    const [{ part, rows, next, endedEarly }] = await Promise.all([
      consoleRows.readPage(filter.text, page, call),
      page.token === null ? refresh(call) : undefined,
    ]);
    const mapped = mapPart(part, rows);
    return {
      ...mapped,
      records: withoutSurplus(mapped.records, filter),
      next,
      warnings: endedEarly ? ['list-ended-early'] : [],
    };
  }

  async function findIn(part: Part, nativeId: string, call: CallOptions): Promise<readonly JobKey[]> {
    const { rows } = await readAllRowPages(lists[part], filterByValues('instanceUid', [nativeId]), context, call);
    const { records } = mapPart(part, rows);
    return records.filter(({ job }) => job.nativeId.toLowerCase() === nativeId.toLowerCase()).map(({ key }) => key);
  }

  async function findJobs(nativeId: string, call: CallOptions): Promise<readonly JobKey[]> {
    const found = await Promise.all([findIn('agents', nativeId, call), findIn('servers', nativeId, call)]);
    return found.flat();
  }

  return {
    list: allJobs,
    listJobs: (_list, query, page, call) => listJobs(query, page, call),
    findJobs,
    getJob: (key, call) => readJobV3(sources, context, key, call),
    items: createComputers(calls, organizations, context),
    plans: {
      list: createPlanList(
        calls,
        { readPage: consoleRows.readPage, toContext, refresh: organizations.refresh },
        context,
      ),
      read: createPlanReaderV3(sources, context),
    },
  };
}

const withoutSurplus = (records: readonly JobRecord[], filter: ListFilter): readonly JobRecord[] =>
  records.filter(({ job }) => !filter.isSurplus(job));
