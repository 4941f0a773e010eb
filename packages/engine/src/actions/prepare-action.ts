import {
  type ActionRequest,
  actionTargets,
  type CallOptions,
  type Connector,
  CrossvaultError,
  type InventoryKind,
  isOver,
  isSettled,
  type JobKey,
  type Permission,
  type PreparedWrite,
  type PrepareOptions,
  permissionFor,
} from '@crossvault/core';
import { offersAction } from '../connections/capabilities.ts';
import type { Source } from '../connections/source.ts';
import { askWithin } from '../jobs/read-job.ts';
import type { ActOptions } from './action-calls.ts';
import type { ActingParts } from './action-parts.ts';
import type { ActionTarget } from './action-target.ts';
import { checkConfirmed, checkPermission } from './safety.ts';

/** What the connector is asked by. */
interface ActionKeys {
  readonly key: JobKey;
  readonly planKey: JobKey | null;
}

const notSupported = ({ connection }: Source, action: ActionRequest['action']): CrossvaultError =>
  new CrossvaultError({
    code: 'action-not-supported',
    message: `Crossvault cannot do "${action}" at ${connection.title}.`,
    source: connection.name,
  });

/** Throws `action-not-supported` where the connector has no call for the action. Asks no vendor. */
export function checkOffered(source: Source, { action }: ActionRequest): void {
  if (!offersAction(source.connector(), action)) throw notSupported(source, action);
}

/** Has the connector make a change ready. Throws `action-not-supported`, before the vendor is asked, where it has no call for it. */
function prepare(
  source: Source,
  request: ActionRequest,
  keys: ActionKeys,
  options: PrepareOptions,
): Promise<PreparedWrite> {
  const prepared = begin(source.connector(), request, keys, options);
  if (prepared !== undefined) return prepared;
  throw notSupported(source, request.action);
}

function begin(
  connector: Connector,
  request: ActionRequest,
  { key, planKey }: ActionKeys,
  options: PrepareOptions,
): Promise<PreparedWrite> | undefined {
  const { plans, protectedItems: items } = connector;
  switch (request.action) {
    case 'cancel':
      return connector.cancelJob?.(key, options);
    case 'retry':
      return connector.retryJob?.(key, options);
    case 'run':
      return plans?.run?.(key, request.parameters, options);
    case 'stop':
      return plans?.stop?.(key, options);
    case 'enable':
      return plans?.enable?.(key, options);
    case 'disable':
      return plans?.disable?.(key, options);
    case 'update':
      return plans?.update?.(key, request.parameters.change, options);
    case 'remove':
      return plans?.remove?.(key, request.parameters, options);
    case 'protect':
      return items?.protect?.({ sourceId: request.parameters.sourceId, planKey: planKey ?? [] }, options);
    case 'back-up':
      return items?.backUp?.(key, request.parameters, options);
    case 'change-plan':
      return items?.changePlan?.(key, planKey ?? [], options);
    case 'stop-protection':
      return items?.stopProtection?.(key, request.parameters.data, options);
    case 'resume-protection':
      return items?.resumeProtection?.(key, planKey, options);
    case 'undelete':
      return items?.undelete?.(key, options);
    case 'restore':
      return items?.restore?.(key, request.parameters, options);
    case 'refresh-containers':
      return items?.refreshContainers?.(options);
    case 'export-jobs':
      return connector.exportJobs?.({ ...request.parameters, status: null }, options);
  }
}

/** A change that may be sent. */
export interface PreparedAction {
  readonly prepared: PreparedWrite;
  readonly needs: Permission;
}

type PrepareAction = (
  request: ActionRequest,
  target: ActionTarget,
  options: ActOptions & { readonly requestId: string },
  call: CallOptions,
) => Promise<PreparedAction>;

/**
 * Has a change made ready, and refuses what may not be: by what is known here before the vendor is asked, and by what it
 * said after that. Only reads.
 */
export function createPrepareAction({
  store,
  clock,
  ledger,
}: Pick<ActingParts, 'store' | 'clock' | 'ledger'>): PrepareAction {
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

  return async (request, target, options, call) => {
    const { source, key, planKey } = target;
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
