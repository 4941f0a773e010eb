import { toJobContext } from '@crossvault/client-kit';
import { type CallOptions, type ConnectorContext, isJsonObject, type JobRecord } from '@crossvault/core';
import { type AzureBackupCalls, jobsPath } from '../client/client.ts';
import { parseListKey } from '../mapping/key.ts';
import { toListFilter } from './list-filter.ts';
import { toListPage } from './list-page.ts';
import { firstPosition, parsePageToken } from './position.ts';
import type { WriteFacts } from './write-facts.ts';

/** Names of the manual jobs of an item since an instant, of the named operations. */
export type RecentJobs = (
  facts: WriteFacts,
  words: readonly string[],
  sinceMs: number,
  call: CallOptions,
) => Promise<readonly string[]>;

/** The header with Azure's time has whole seconds. */
const clockRoundingMs = 2_000;
const mostPages = 20;

export function createRecentJobs(client: AzureBackupCalls, context: ConnectorContext): RecentJobs {
  return async (facts, words, sinceMs, call) => {
    const list = facts.lists[0] ?? '';
    const source = parseListKey(list);
    if (source === null || words.length === 0) return [];
    const skewSeconds = facts.clockSkewSeconds ?? client.condition().clockSkewSeconds ?? 0;
    const fromMs = sinceMs + skewSeconds * 1000 - clockRoundingMs;
    const startedAfter = new Date(fromMs).toISOString();
    const filter = toListFilter({ startedAfter, startedBefore: null, status: null }, context.clock.now());
    const found: string[] = [];
    let position = firstPosition;
    for (let pages = 1; pages <= mostPages; pages += 1) {
      const answer =
        position.link === null
          ? await client.listJobs(source, filter, call)
          : await client.followPage(position.link, jobsPath(source), call);
      const page = toListPage(answer.body, position, toJobContext(context, list));
      const isMeant = ({ job, raw }: JobRecord): boolean =>
        (job.startedAt ?? '') >= startedAfter &&
        job.trigger !== 'scheduled' &&
        words.some((word) => job.nativeKind === word || job.nativeKind?.startsWith(`${word} `)) &&
        isOfItem(raw.list, facts.item);
      found.push(...page.records.filter(isMeant).map(({ job }) => job.nativeId));
      if (page.next === null) break;
      position = parsePageToken(page.next, context.connection);
    }
    return found;
  };
}

/** By its name, and by the machine or the storage account where the row reports it. */
function isOfItem(row: unknown, item: WriteFacts['item']): boolean {
  const properties = isJsonObject(row) && isJsonObject(row['properties']) ? row['properties'] : {};
  const { entityFriendlyName, containerName, storageAccountName } = properties;
  if (item === null || typeof entityFriendlyName !== 'string') return false;
  const container = item.container.toLowerCase();
  const holder = container.split(';').at(-1) ?? '';
  if (!isCalled(entityFriendlyName, item.name ?? item.item.split(';').at(-1) ?? '', holder)) return false;
  if (typeof containerName === 'string' && containerName !== '') return container.endsWith(containerName.toLowerCase());
  return typeof storageAccountName !== 'string' || storageAccountName === '' || isSame(storageAccountName, holder);
}

/** Jobs of databases put the instance before and the machine behind the name: `MSSQLSERVER/Orders [sql-1]`. */
export function isCalled(entity: string, name: string, machine: string): boolean {
  if (isSame(entity, name)) return true;
  const at = entity.lastIndexOf(' [');
  if (at < 0 || !entity.endsWith(']') || !isSame(entity.slice(at + 2, -1), machine)) return false;
  const called = entity.slice(0, at);
  return isSame(called, name) || isSame(called.slice(called.indexOf('/') + 1), name);
}

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
