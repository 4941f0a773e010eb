import {
  type ConnectorContext,
  CrossvaultError,
  isJsonObject,
  type JobKey,
  type PreparedWrite,
  type PrepareOptions,
  type ProtectedItem,
  type ProtectedItemCalls,
  type RecoveryPoint,
  type RestoreRequest,
  readText,
  redactAnswer,
  type WriteTarget,
} from '@crossvault/core';
import type { ItemChange } from '../client/change-calls.ts';
import type { AzureBackupCalls } from '../client/client.ts';
import { isJobId } from '../mapping/key.ts';
import { manageableAs } from '../mapping/map-protection.ts';
import { parsePolicyKey } from '../mapping/protection-key.ts';
import { toBackupRequest } from './backup-request.ts';
import type { KnownItem, Protection } from './protection.ts';
import { parseSource, toEnabling } from './protection-source.ts';
import { toRestoreRequest } from './restore-request.ts';
import type { createWrites, WritePlan } from './write.ts';
import { parseFacts, type WriteFacts } from './write-facts.ts';

type ItemAction = ProtectedItem['actions'][number];

export interface ItemActOptions {
  readonly client: AzureBackupCalls;
  readonly protection: Protection;
  readonly writes: ReturnType<typeof createWrites>;
  readonly context: ConnectorContext;
}

/** What is done to protected items. The item is read first: its state has to allow it, and the request repeats parts of it. */
export function createItemActs({ client, protection, writes, context }: ItemActOptions) {
  const { connection } = context;
  const { changes } = client;

  const refuse = (code: CrossvaultError['code'], message: string): CrossvaultError =>
    new CrossvaultError({ code, message, source: connection });

  async function open(key: JobKey, action: ItemAction, prepare: PrepareOptions): Promise<KnownItem> {
    const known = await protection.getItem(key, prepare);
    const { actions, name, nativeId } = known.record.item;
    if (actions.includes(action)) return known;
    const called = name ?? nativeId;
    if (manageableAs(known.item) === null || (action === 'restore' && manageableAs(known.item) === 'workload')) {
      throw refuse('action-not-supported', `Crossvault cannot do ${action} for items of the kind of ${called}.`);
    }
    throw refuse('state-conflict', `${called} is ${stateOf(known)}; as it stands Azure does not do ${action}.`);
  }

  /** A change of an item that was read, with what has to be known to follow it. */
  function toPlan(known: KnownItem, more: Partial<WriteFacts> & Pick<WritePlan, 'needs' | 'requests'>): WritePlan {
    const { needs, requests, ...facts } = more;
    const { record, address } = known;
    const [list = ''] = record.key;
    const { name, plan, protection: state } = record.item;
    const { container, item } = address;
    const before = { container, item, name, policyId: plan?.id ?? null, protection: state };
    return {
      needs,
      requests,
      target: targetOf(known),
      before: redactAnswer(isJsonObject(record.raw) ? record.raw['properties'] : null),
      facts: parseFacts({ lists: [list], item: before, ...facts }, connection),
    };
  }

  /** What every change of an item repeats. */
  function repeat(known: KnownItem): Pick<ItemChange, 'protectedItemType' | 'sourceResourceId'> {
    const protectedItemType = readText(known.item.protectedItemType).value;
    const sourceResourceId = readText(known.item.sourceResourceId).value;
    if (protectedItemType === null) {
      throw refuse(
        'not-guaranteed',
        `${targetOf(known).name} does not say of which type it is; it cannot be changed so.`,
      );
    }
    return { protectedItemType, ...(sourceResourceId === null ? {} : { sourceResourceId }) };
  }

  /** The id of a policy as its vault writes it. A policy of another vault protects nothing in this one. */
  async function policyOf(planKey: JobKey, list: string, prepare: PrepareOptions): Promise<string> {
    const { plan } = await protection.getPlan(planKey, prepare);
    if (planKey[0]?.toLowerCase() === list) return plan.nativeId;
    throw refuse('state-conflict', `The policy ${plan.name} is of another vault than the item.`);
  }

  async function withPolicy(key: JobKey, planKey: JobKey, action: ItemAction, prepare: PrepareOptions) {
    const known = await open(key, action, prepare);
    const policyId = await policyOf(planKey, known.record.key[0] ?? '', prepare);
    const request = await changes.changeItem(known.address, { ...repeat(known), policyId }, prepare);
    return writes.prepare(toPlan(known, { needs: 'operate', requests: [request], policyId }));
  }

  return {
    async protect(
      { sourceId, planKey }: { readonly sourceId: string; readonly planKey: JobKey },
      prepare: PrepareOptions,
    ): Promise<PreparedWrite> {
      const source = parseSource(sourceId, connection);
      const { plan } = await protection.getPlan(planKey, prepare);
      const policy = parsePolicyKey(planKey);
      const [list = ''] = planKey;
      if (policy === null) throw refuse('plan-not-found', `The connection ${connection} has no such policy.`);
      const present = await protection.findItem([list, source.container, source.item], prepare);
      if (present !== null && present.record.item.protection !== 'unknown') {
        throw refuse('state-conflict', `${source.name} is in this vault already; it is ${stateOf(present)}.`);
      }
      const address = { vault: policy.vault, container: source.container, item: source.item };
      const before = {
        container: source.container,
        item: source.item,
        name: source.name,
        policyId: null,
        protection: 'unknown',
      };
      return writes.prepare({
        needs: 'operate',
        target: { kind: 'item', nativeId: sourceId, name: source.name },
        before: null,
        facts: parseFacts({ lists: [list], item: before, policyId: plan.nativeId }, connection),
        requests: [await changes.changeItem(address, toEnabling(source, plan.nativeId), prepare)],
      });
    },
    async backUp(
      key: JobKey,
      options: { readonly keepUntil: string | null; readonly type: string | null },
      prepare: PrepareOptions,
    ): Promise<PreparedWrite> {
      const known = await open(key, 'back-up', prepare);
      const request = await changes.backUp(known.address, toBackupRequest(known, options, connection));
      return writes.prepare(toPlan(known, { needs: 'operate', requests: [request] }));
    },
    changePlan: (key: JobKey, planKey: JobKey, prepare: PrepareOptions): Promise<PreparedWrite> =>
      withPolicy(key, planKey, 'change-plan', prepare),
    async stopProtection(key: JobKey, data: 'retain' | 'delete', prepare: PrepareOptions): Promise<PreparedWrite> {
      const known = await open(key, 'stop-protection', prepare);
      if (data === 'delete') {
        const request = await changes.deleteItem(known.address, prepare);
        return writes.prepare(toPlan(known, { needs: 'destroy', requests: [request], data }));
      }
      if (known.record.item.protection === 'stopped') {
        throw refuse('state-conflict', `${targetOf(known).name} is stopped already, and its data are kept.`);
      }
      const stop = { ...repeat(known), policyId: '', protectionState: 'ProtectionStopped' };
      const request = await changes.changeItem(known.address, stop, prepare);
      return writes.prepare(toPlan(known, { needs: 'operate', requests: [request], data }));
    },
    async resumeProtection(key: JobKey, planKey: JobKey | null, prepare: PrepareOptions): Promise<PreparedWrite> {
      if (planKey !== null) return withPolicy(key, planKey, 'resume-protection', prepare);
      const known = await open(key, 'resume-protection', prepare);
      const policyId = readText(known.item.policyId).value;
      if (policyId === null) {
        const message = `Azure does not say any more which policy ${targetOf(known).name} had. Name the one that is to protect it.`;
        throw refuse('not-guaranteed', message);
      }
      const request = await changes.changeItem(known.address, { ...repeat(known), policyId }, prepare);
      return writes.prepare(toPlan(known, { needs: 'operate', requests: [request], policyId }));
    },
    async undelete(key: JobKey, prepare: PrepareOptions): Promise<PreparedWrite> {
      const known = await open(key, 'undelete', prepare);
      const back = { ...repeat(known), policyId: '', protectionState: 'ProtectionStopped', isRehydrate: true };
      const request = await changes.changeItem(known.address, back, prepare);
      return writes.prepare(toPlan(known, { needs: 'operate', requests: [request] }));
    },
    async restore(key: JobKey, request: RestoreRequest, prepare: PrepareOptions): Promise<PreparedWrite> {
      const known = await open(key, 'restore', prepare);
      const points = await protection.pointsOf(known, prepare);
      const point = points.find(({ id }) => id === request.recoveryPointId);
      if (!isJobId(request.recoveryPointId) || point === undefined) {
        throw refuse('item-not-found', `${targetOf(known).name} has no recovery point ${request.recoveryPointId}.`);
      }
      if (!point.restorable) throw refuse('state-conflict', whyNotRestorable(point));
      const region = () => protection.regionOf(known.address.vault, prepare);
      const properties = await toRestoreRequest(known, request, region, connection);
      const needs = request.conflict === 'overwrite' ? 'destroy' : 'operate';
      const prepared = await changes.restore(known.address, request.recoveryPointId, properties, needs);
      return writes.prepare(toPlan(known, { needs, requests: [prepared] }));
    },
  } satisfies Partial<ProtectedItemCalls>;
}

function whyNotRestorable({ id, tier, softDeleted }: RecoveryPoint): string {
  if (softDeleted === true) return `The recovery point ${id} is soft-deleted. Undelete it before you restore it.`;
  if (tier === 'archive') {
    return `The recovery point ${id} is in the archive tier. Rehydrate it in Azure first; this takes hours. Then restore it.`;
  }
  return `${id} is a time range, not a single recovery point.`;
}

const targetOf = ({ record }: KnownItem): WriteTarget => ({
  kind: 'item',
  nativeId: record.item.nativeId,
  name: record.item.name,
});

const stateOf = ({ item, record }: KnownItem): string => readText(item.protectionState).value ?? record.item.protection;
