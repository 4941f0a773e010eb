import { mismatchedAnswer, nullWhenAbsent, parseToken } from '@crossvault/client-kit';
import {
  type ConnectorContext,
  CrossvaultError,
  type JobKey,
  type ProtectedItemCalls,
  type ProtectedItemPage,
  type ProtectedItemRecord,
} from '@crossvault/core';
import { z } from 'zod';
import type { CallsV2 } from '../client/calls-v2.ts';
import type { CallsV3 } from '../client/calls-v3.ts';
import { readId } from '../mapping/key.ts';
import { mapComputer } from '../mapping/map-computer.ts';
import { readAgentRows, toAgent } from './agents.ts';
import type { KnownNames } from './known-names.ts';
import { filterByValues } from './list-filter.ts';
import { firstPosition, maxPageSize, type RowList, readAllRowPages, readRowPage } from './list-page.ts';

const listToken = z.tuple([z.int().nonnegative(), z.string().nullable()]);

/** The computers of v3 with their customers, page by page as the console lists its agents. */
export function createComputers(
  calls: Pick<CallsV3, 'listAgents'>,
  organizations: Pick<KnownNames, 'refresh' | 'nameOf'>,
  context: ConnectorContext,
): ProtectedItemCalls {
  const { connection } = context;
  const agents: RowList = {
    name: 'list of backup agents',
    read: calls.listAgents,
    identify: (row) => toAgent(row)?.id.toLowerCase() ?? null,
  };
  const map = (row: unknown) => mapComputer(row, connection, organizations.nameOf);

  return {
    async list({ size, token }, call) {
      const [offset, former] =
        token === null
          ? [firstPosition.offset, firstPosition.former]
          : parseToken(token, listToken, 'computers', connection);
      const limit = Math.min(maxPageSize, Math.max(1, size));
      const [{ rows, next }] = await Promise.all([
        readRowPage(agents, { limit, filter: null }, { offset, former }, context, call),
        organizations.refresh(call),
      ]);
      return toPage(rows.map(map), next === null ? null : JSON.stringify([next.offset, next.former]));
    },
    async get(key, call) {
      const id = idOf(key, connection);
      const [{ rows }] = await Promise.all([
        readAllRowPages(agents, filterByValues('instanceUid', [id]), context, call),
        organizations.refresh(call),
      ]);
      return findComputer(rows.map(map), id, connection);
    },
  };
}

/** The computers of v2, all on one page: the jobs are read by agent, too. It reports ids of companies and no names. */
export function createComputersV2(
  calls: Pick<CallsV2, 'listAgents' | 'getAgent'>,
  context: ConnectorContext,
): ProtectedItemCalls {
  const { connection } = context;
  const map = (row: unknown) => mapComputer(row, connection, () => null);
  return {
    async list(_page, call) {
      const { rows } = await readAgentRows(calls, context, call);
      return toPage(rows.map(map), null);
    },
    async get(key, call) {
      const id = idOf(key, connection);
      const answer = await nullWhenAbsent(calls.getAgent(id, call));
      return findComputer(answer === null ? [] : [map(answer.body)], id, connection);
    },
  };
}

type Mapped = ReturnType<typeof mapComputer>;

/** A console that repeats an agent has one computer. */
function toPage(mapped: readonly Mapped[], next: string | null): ProtectedItemPage {
  const records = mapped.flatMap((each) => ('record' in each ? [each.record] : []));
  return {
    records: [...new Map(records.map((record) => [record.item.id, record])).values()],
    rejected: mapped.flatMap((each) => ('rejection' in each ? [each.rejection] : [])),
    next,
  };
}

function idOf(key: JobKey, connection: string): string {
  const [id, ...others] = key;
  if (id !== undefined && others.length === 0 && readId(id) !== null) return id;
  throw itemNotFound(key, connection);
}

function findComputer(mapped: readonly Mapped[], id: string, connection: string): ProtectedItemRecord {
  const found = toPage(mapped, null).records;
  const record = found.find(({ key }) => key[0] === id.toLowerCase());
  if (record !== undefined) return record;
  if (found[0] !== undefined) throw mismatchedAnswer(connection, 'computer', id, found[0].item.nativeId);
  throw itemNotFound([id], connection);
}

const itemNotFound = (key: JobKey, connection: string): CrossvaultError =>
  new CrossvaultError({
    code: 'item-not-found',
    message: `The connection ${connection} has no computer ${key.join('/')}.`,
    source: connection,
  });
