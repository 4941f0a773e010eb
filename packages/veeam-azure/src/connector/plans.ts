import { mismatchedAnswer, nullWhenAbsent, unreadableAnswer } from '@crossvault/client-kit';
import {
  type CallOptions,
  type ConnectorContext,
  CrossvaultError,
  type JobKey,
  type PageRequest,
  type PlanPage,
  type PlanRecord,
  type Rejection,
  readText,
} from '@crossvault/core';
import type { VeeamAzureCalls } from '../client/client.ts';
import { toPlan } from '../mapping/map-plan.ts';
import { isSameKey, type PlanAddress, parsePlanKey, toPlanKey } from '../mapping/plan-key.ts';
import { systemTimeWire } from '../mapping/wire.ts';
import type { PolicySort } from '../versions.ts';
import { readInventoryPage } from './inventory-page.ts';
import type { KnownAnswers } from './known-answer.ts';
import { isRefused } from './probe-system.ts';

/** A change of the zone is noticed by the pass that follows. */
const zoneHeldMs = 60_000;

/** Reads the policies of an appliance. */
export interface PlanReader {
  list(page: PageRequest, call: CallOptions): Promise<PlanPage>;
  /** Throws `plan-not-found`. */
  find(key: JobKey, call: CallOptions): Promise<{ readonly address: PlanAddress; readonly record: PlanRecord }>;
  /** Null where there is no such policy, or no longer. */
  get(address: PlanAddress, call: CallOptions): Promise<PlanRecord | null>;
}

export function createPlanReader(
  client: Pick<VeeamAzureCalls, 'policies' | 'getTime'>,
  known: KnownAnswers,
  sorts: readonly PolicySort[],
  { connection, clock }: ConnectorContext,
): PlanReader {
  let zone: { readonly word: string | null; readonly sinceMs: number } | null = null;

  /** The zone of all schedules, for a while: a pass over all policies asks for it once. */
  async function readZone(call: CallOptions): Promise<string | null> {
    if (zone === null || clock.monotonicMs() - zone.sinceMs > zoneHeldMs) {
      const answer = await nullWhenAbsent(client.getTime(call), isRefused);
      const word = readText(systemTimeWire.safeParse(answer?.body).data?.timeZone).value;
      zone = { word, sinceMs: clock.monotonicMs() };
    }
    return zone.word;
  }

  async function list(page: PageRequest, call: CallOptions): Promise<PlanPage> {
    const found = await readInventoryPage<PolicySort>(
      async (sort, slice) => {
        const ask = () =>
          sort === 'vnet' ? client.policies.get(sort, '', call) : client.policies.list(sort, slice, call);
        const answer = await known.read(ask, call);
        return answer === null ? null : { body: answer.body, isPage: sort !== 'vnet' };
      },
      sorts,
      page,
      { list: 'policies', connection },
    );
    const source = { connection, timeZone: found === null ? null : await readZone(call) };
    const records: PlanRecord[] = [];
    const rejected: Rejection[] = [];
    for (const row of found?.rows ?? []) {
      const result = toPlan(row, found?.sort ?? 'virtual-machines', source);
      if (result.kind === 'plan') records.push(result.record);
      else rejected.push(result.rejection);
    }
    return { records, rejected, next: found?.next ?? null };
  }

  async function get({ sort, policyId }: PlanAddress, call: CallOptions): Promise<PlanRecord | null> {
    const answer = await known.read(() => client.policies.get(sort, policyId, call), call);
    if (answer === null) return null;
    const result = toPlan(answer.body, sort, { connection, timeZone: await readZone(call) });
    if (result.kind === 'plan') {
      const { key, plan } = result.record;
      if (isSameKey(key, toPlanKey(sort, policyId))) return result.record;
      throw mismatchedAnswer(connection, 'policy', policyId, plan.nativeId);
    }
    throw unreadableAnswer(connection, `The answer for policy ${policyId} does not have the documented form.`);
  }

  return {
    list,
    get,
    async find(key, call) {
      const address = parsePlanKey(key);
      const isKnown = address !== null && sorts.includes(address.sort);
      const record = isKnown ? await get(address, call) : null;
      if (address === null || record === null) throw planNotFound(key, connection);
      return { address, record };
    },
  };
}

export function planNotFound(key: JobKey, connection: string): CrossvaultError {
  return new CrossvaultError({
    code: 'plan-not-found',
    message: `The connection ${connection} has no policy ${key.join('/')}.`,
    source: connection,
  });
}
