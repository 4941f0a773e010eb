import { type CallOptions, type ConnectorContext, isJsonObject, type PageRequest } from '@crossvault/core';
import type { CallsV3 } from '../client/calls-v3.ts';
import { jobIdOf } from '../mapping/job-answer.ts';
import { readId } from '../mapping/key.ts';
import { parseJob } from '../mapping/wire.ts';
import { documentedAgentTypes, uidsOfAgentRow, uidsOfServerRow } from './double-listing.ts';
import { filterByValues } from './list-filter.ts';
import { maxPageSize, type RowList, readAllRowPages, readRowPage } from './list-page.ts';
import { type ListPosition, parseListToken, toListToken } from './list-position.ts';

export type Part = ListPosition['part'];

/** A page of definitions, all of one part. */
export interface ConsoleRows {
  readonly part: Part;
  readonly rows: readonly unknown[];
  readonly next: string | null;
  readonly endedEarly: boolean;
}

function identifyJob(row: unknown): string | null {
  if (!isJsonObject(row)) return null;
  const job = parseJob(row);
  return JSON.stringify([readId(job.backupAgentUid), readId(job.backupServerUid), jobIdOf(job), readId(job.name)]);
}

/** The definitions of all agents, then those of all backup servers, in which none stands twice. */
export function createConsoleRows(calls: Pick<CallsV3, 'listAgentJobs' | 'listServerJobs'>, context: ConnectorContext) {
  const lists = {
    agents: { name: "list of agents' jobs", read: calls.listAgentJobs, identify: identifyJob },
    servers: { name: "list of backup servers' jobs", read: calls.listServerJobs, identify: identifyJob },
  } as const satisfies Record<Part, RowList>;

  /** Which jobs may be listed twice has to be known before the agents' jobs are read. */
  async function begin(call: CallOptions): Promise<{ readonly position: ListPosition; readonly endedEarly: boolean }> {
    const filter = filterByValues('type', documentedAgentTypes);
    const { rows, endedEarly } = await readAllRowPages(lists.servers, filter, context, call);
    const candidates = [...new Set(rows.flatMap(uidsOfServerRow))];
    return { position: { part: 'agents', offset: 0, former: null, candidates, reported: [] }, endedEarly };
  }

  return {
    lists,
    async readPage(filter: string | null, { size, token }: PageRequest, call: CallOptions): Promise<ConsoleRows> {
      const { position, endedEarly } =
        token === null ? await begin(call) : { position: parseListToken(token, context.connection), endedEarly: false };
      const limit = Math.min(maxPageSize, Math.max(1, size));
      const page = await readRowPage(lists[position.part], { limit, filter }, position, context, call);
      const { rows, reported } = separate(position, page.rows);
      // It is unknown which jobs of agents that were not reached the backup servers list too, so none of those is listed.
      const known = page.endedEarly ? [...reported, ...position.candidates] : reported;
      const next = page.next === null ? toNextPart(position.part, known) : { ...position, ...page.next, reported };
      return {
        part: position.part,
        rows,
        next: next === null ? null : toListToken(next),
        endedEarly: endedEarly || page.endedEarly,
      };
    },
  };
}

/** The rows that are jobs of their own, and the ids in the agents' rows that the backup servers list too. */
function separate({ part, candidates, reported }: ListPosition, rows: readonly unknown[]) {
  if (part === 'servers') {
    const known = new Set(reported);
    return { reported, rows: rows.filter((row) => !uidsOfServerRow(row).some((uid) => known.has(uid))) };
  }
  const listedTwice = new Set(candidates);
  const met = rows.flatMap(uidsOfAgentRow).filter((uid) => listedTwice.has(uid));
  return { rows, reported: met.length === 0 ? reported : [...new Set([...reported, ...met])] };
}

function toNextPart(part: Part, reported: readonly string[]): ListPosition | null {
  return part === 'servers' ? null : { part: 'servers', offset: 0, former: null, candidates: [], reported };
}
