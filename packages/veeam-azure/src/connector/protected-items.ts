import { type Answer, mismatchedAnswer, pollUntilDone, unreadableAnswer } from '@crossvault/client-kit';
import {
  type CallOptions,
  type ConnectorContext,
  CrossvaultError,
  type JobKey,
  type PageRequest,
  type ProtectedItemCalls,
  type ProtectedItemPage,
  type ProtectedItemRecord,
  type RecoveryPoint,
  type Rejection,
} from '@crossvault/core';
import type { VeeamAzureCalls } from '../client/client.ts';
import { createTracking, trackingOf } from '../client/tracking.ts';
import { toProtectedItem, toRecoveryPoint } from '../mapping/map-protected-item.ts';
import { type ItemAddress, isSameKey, parseItemKey, toItemKey } from '../mapping/plan-key.ts';
import type { ItemSort } from '../versions.ts';
import { parsePage, readInventoryPage } from './inventory-page.ts';
import type { KnownAnswers } from './known-answer.ts';

/** Restore points that are requested at a time, and how many times at most. */
const pointsAtATime = 200;
const mostPages = 50;

export function createProtectedItemCalls(
  client: VeeamAzureCalls,
  known: KnownAnswers,
  sorts: readonly ItemSort[],
  { connection, clock }: ConnectorContext,
): ProtectedItemCalls {
  const tracking = createTracking(client, connection);

  /** The body, once the appliance has finished its query: it may answer with an operation even without `sync`. */
  async function settle({ body, response }: Answer, call: CallOptions): Promise<unknown> {
    const operation = trackingOf(response, body);
    if (operation === null) return body;
    const seen = await pollUntilDone(tracking, { tracking: operation, waitSeconds: null }, clock, call);
    if (seen.state === 'done') return seen.result;
    throw new CrossvaultError({ code: 'source-error', message: seen.message, source: connection });
  }

  async function list(page: PageRequest, call: CallOptions): Promise<ProtectedItemPage> {
    const found = await readInventoryPage<ItemSort>(
      async (sort, slice) => {
        const answer = await known.read(() => client.items.list(sort, slice, call), call);
        return answer === null ? null : { body: await settle(answer, call), isPage: true };
      },
      sorts,
      page,
      { list: 'protected items', connection },
    );
    const records: ProtectedItemRecord[] = [];
    const rejected: Rejection[] = [];
    for (const row of found?.rows ?? []) {
      const result = toProtectedItem(row, found?.sort ?? 'virtual-machines', connection);
      if (result.kind === 'item') records.push(result.record);
      else rejected.push(result.rejection);
    }
    return { records, rejected, next: found?.next ?? null };
  }

  function addressOf(key: JobKey): ItemAddress {
    const address = parseItemKey(key);
    if (address === null || !sorts.includes(address.sort)) throw itemNotFound(key, connection);
    return address;
  }

  async function get(key: JobKey, call: CallOptions): Promise<ProtectedItemRecord> {
    const { sort, itemId } = addressOf(key);
    const answer = await known.read(() => client.items.get(sort, itemId, call), call);
    if (answer === null) throw itemNotFound(key, connection);
    const result = toProtectedItem(await settle(answer, call), sort, connection);
    if (result.kind === 'item') {
      const { key: answered, item } = result.record;
      if (isSameKey(answered, toItemKey(sort, itemId))) return result.record;
      throw mismatchedAnswer(connection, 'item', itemId, item.nativeId);
    }
    throw unreadableAnswer(connection, `The answer for item ${itemId} does not have the documented form.`);
  }

  async function recoveryPoints(key: JobKey, call: CallOptions): Promise<readonly RecoveryPoint[]> {
    const { sort, itemId } = addressOf(key);
    await get(key, call);
    const points = new Map<string, RecoveryPoint>();
    let offset = 0;
    for (let page = 0; page < mostPages; page += 1) {
      const slice = { offset, limit: pointsAtATime };
      const { body } = await client.items.listRestorePoints(sort, itemId, slice, call);
      const { results, totalCount } = parsePage(body, { offset, list: 'restore points', connection });
      for (const point of results.map(toRecoveryPoint)) if (point !== null) points.set(point.id, point);
      offset += results.length;
      if (results.length === 0 || typeof totalCount !== 'number' || offset >= totalCount) break;
    }
    return [...points.values()].sort((one, other) => ((one.at ?? '') < (other.at ?? '') ? 1 : -1));
  }

  return { list, get, recoveryPoints };
}

function itemNotFound(key: JobKey, connection: string): CrossvaultError {
  return new CrossvaultError({
    code: 'item-not-found',
    message: `The connection ${connection} has no protected item ${key.join('/')}.`,
    source: connection,
  });
}
