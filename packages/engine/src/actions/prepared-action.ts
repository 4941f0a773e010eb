import {
  type ActionRequest,
  actionTargets,
  type CallOptions,
  type InventoryKind,
  isOver,
  isSettled,
  type Permission,
  type PreparedWrite,
  permissionFor,
} from '@crossvault/core';
import { askWithin } from '../jobs/read-job.ts';
import type { ActOptions } from './action-calls.ts';
import type { ActingParts } from './action-parts.ts';
import type { ActionTarget } from './action-target.ts';
import { prepare } from './prepare-action.ts';
import { checkConfirmed, checkPermission } from './safety.ts';

/** A change that may be sent. */
export interface PreparedAction {
  readonly prepared: PreparedWrite;
  readonly needs: Permission;
}

export type MakeReady = (
  request: ActionRequest,
  place: ActionTarget,
  options: ActOptions & { readonly requestId: string },
  call: CallOptions,
) => Promise<PreparedAction>;

/**
 * Has a change made ready, and refuses what may not be: by what is known here before the vendor is asked, and by what it
 * said after that. Only reads.
 */
export function createMakeReady({ store, clock, ledger }: Pick<ActingParts, 'store' | 'clock' | 'ledger'>): MakeReady {
  /** What is stored of the target, so that a wrong confirmation is refused without asking the vendor. */
  async function knownTarget({ action, target }: ActionRequest) {
    const kind = actionTargets[action];
    if (store === null || (kind !== 'plan' && kind !== 'item')) return null;
    const thing = await store.getThing<InventoryKind>(kind, target);
    return thing === null || thing.goneAt !== null ? null : thing.thing;
  }

  /** Whether a run of ours is under way that the vendor may not show yet: some tell of it an hour later. */
  async function hasStarted({ action, target }: ActionRequest, connection: string): Promise<boolean> {
    if (action !== 'stop') return false;
    const request = { before: null, limit: 20, connections: [connection], statuses: null, targets: [target] };
    const [latest] = (await ledger.listOperations(request))
      .map(({ operation }) => operation)
      .filter((operation) => operation.action === 'run' || operation.action === 'stop');
    return latest?.action === 'run' && (!isSettled(latest) || !isOver(latest));
  }

  return async (request, place, options, call) => {
    const { source, key, planKey } = place;
    checkConfirmed(request, permissionFor(request), options, await knownTarget(request));
    const stored = actionTargets[request.action] === 'job' ? await store?.getJob(request.target) : null;
    const keys = { key: stored?.record.key ?? key, planKey };
    const own = { requestId: options.requestId, hasStarted: await hasStarted(request, source.connection.name) };
    const prepared = await askWithin(clock, source, call, (_, inTime) =>
      prepare(source, request, keys, { ...inTime, ...own }),
    );
    const needs = prepared.needs === 'destroy' ? 'destroy' : permissionFor(request);
    checkPermission(options.actor, source.connection, needs);
    checkConfirmed(request, needs, options, prepared.target);
    return { prepared, needs };
  };
}
