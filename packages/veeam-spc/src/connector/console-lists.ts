import { mapRows } from '@crossvault/client-kit';
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
} from '@crossvault/contract';
import type { CallsV3 } from '../client/calls-v3.ts';
import { createAgentNames } from './agent-names.ts';
import { documentedAgentTypes, uidsOfAgentRow, uidsOfServerRow } from './double-listing.ts';
import { jobIdOf, neverRan } from './job-answer.ts';
import { allJobs, toAgentContext, toServerContext } from './job-contexts.ts';
import type { JobReader } from './job-reader.ts';
import { readId } from './key.ts';
import { filterByValues, type ListFilter, toListFilter } from './list-filter.ts';
import { maxPageSize, type RowList, readAllRowPages, readRowPage } from './list-page.ts';
import { type ListPosition, parseListToken, toListToken } from './list-position.ts';
import { jobMapper } from './map-job.ts';
import { readJobV3 } from './read-job-v3.ts';
import { parseJob } from './wire.ts';

type Part = ListPosition['part'];

function identifyJob(row: unknown): string | null {
  if (!isJsonObject(row)) return null;
  const job = parseJob(row);
  return JSON.stringify([readId(job.backupAgentUid), readId(job.backupServerUid), jobIdOf(job), readId(job.name)]);
}

/** v3 lists the jobs of all agents, and those of all backup servers: one list here, in which no job stands twice. */
export function createConsoleLists(calls: CallsV3, context: ConnectorContext): JobReader {
  const names = createAgentNames(calls, context);
  const lists = {
    agents: { name: "list of agents' jobs", read: calls.listAgentJobs, identify: identifyJob },
    servers: { name: "list of backup servers' jobs", read: calls.listServerJobs, identify: identifyJob },
  } as const satisfies Record<Part, RowList>;

  /** Whose job a row is, is in the row. */
  function toContext(part: Part, row: unknown): JobContext {
    const job = isJsonObject(row) ? parseJob(row) : null;
    if (part === 'servers') return toServerContext(context, readId(job?.backupServerUid) ?? '');
    const id = readId(job?.backupAgentUid) ?? '';
    return toAgentContext(context, allJobs, { id, name: names.nameOf(id) });
  }

  function mapPart(part: Part, rows: readonly unknown[]) {
    const runs = rows.filter((row) => !neverRan(row));
    const mapped = runs.map((row) => mapRows(jobMapper, [row], toContext(part, row)));
    return {
      records: mapped.flatMap(({ records }): readonly JobRecord[] => records),
      rejected: mapped.flatMap(({ rejected }): readonly Rejection[] => rejected),
      withoutRun: rows.length - runs.length,
    };
  }

  /** Which jobs may be listed twice has to be known before the agents' jobs are read. */
  async function begin(call: CallOptions): Promise<{ readonly position: ListPosition; readonly endedEarly: boolean }> {
    const filter = filterByValues('type', documentedAgentTypes);
    const [{ rows, endedEarly }] = await Promise.all([
      readAllRowPages(lists.servers, filter, context, call),
      names.refresh(call),
    ]);
    const candidates = [...new Set(rows.flatMap(uidsOfServerRow))];
    return { position: { part: 'agents', offset: 0, former: null, candidates, told: [] }, endedEarly };
  }

  async function listJobs(query: ListQuery, { size, token }: PageRequest, call: CallOptions): Promise<ListPage> {
    const { position, endedEarly } =
      token === null ? await begin(call) : { position: parseListToken(token, context.connection), endedEarly: false };
    const filter = toListFilter(query);
    const limit = Math.min(maxPageSize, Math.max(1, size));
    const page = await readRowPage(lists[position.part], { limit, filter: filter.text }, position, context, call);
    const { rows, told } = separate(position, page.rows);
    const mapped = mapPart(position.part, rows);
    // Of agents' jobs that were not reached nobody knows which of them the backup servers list too: none is told twice.
    const known = page.endedEarly ? [...told, ...position.candidates] : told;
    const next = page.next === null ? toNextPart(position.part, known) : { ...position, ...page.next, told };
    return {
      ...mapped,
      records: withoutSurplus(mapped.records, filter),
      next: next === null ? null : toListToken(next),
      warnings: endedEarly || page.endedEarly ? ['list-ended-early'] : [],
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
    getJob: (key, call) =>
      readJobV3({ calls, names, agentJobs: lists.agents, serverJobs: lists.servers }, context, key, call),
  };
}

/** The rows that are jobs of their own, and what the agents' rows have told of those that the backup servers list too. */
function separate({ part, candidates, told }: ListPosition, rows: readonly unknown[]) {
  if (part === 'servers') {
    const known = new Set(told);
    return { told, rows: rows.filter((row) => !uidsOfServerRow(row).some((uid) => known.has(uid))) };
  }
  const listedTwice = new Set(candidates);
  const met = rows.flatMap(uidsOfAgentRow).filter((uid) => listedTwice.has(uid));
  return { rows, told: met.length === 0 ? told : [...new Set([...told, ...met])] };
}

function toNextPart(part: Part, told: readonly string[]): ListPosition | null {
  return part === 'servers' ? null : { part: 'servers', offset: 0, former: null, candidates: [], told };
}

const withoutSurplus = (records: readonly JobRecord[], filter: ListFilter): readonly JobRecord[] =>
  records.filter(({ job }) => !filter.isSurplus(job));
