import {
  type ActionRequest,
  actionTargets,
  type CallOptions,
  type Connector,
  CrossvaultError,
  isOver,
  isSettled,
  type JobKey,
  type Permission,
  type PreparedWrite,
  type PrepareOptions,
  permissionFor,
  type WriteTarget,
} from '@crossvault/core';
import type { InventoryKind } from '@crossvault/core/store';
import { offersAction } from '../connections/capabilities.ts';
import type { EngineConnection, Source } from '../connections/source.ts';
import { askWithin } from '../jobs/read-job.ts';
import type { ActOptions, Actor } from './action-calls.ts';
import type { ActingParts } from './action-parts.ts';
import type { ActionTarget } from './action-target.ts';

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
export async function checkOffered(source: Source, { action }: ActionRequest): Promise<void> {
  if (!offersAction(await source.connector(), action)) throw notSupported(source, action);
}

/** Has the connector prepare a change. Throws `action-not-supported`, before the vendor is asked, where it has no call for it. */
function prepare(
  source: Source,
  connector: Connector,
  request: ActionRequest,
  keys: ActionKeys,
  options: PrepareOptions,
): Promise<PreparedWrite> {
  const prepared = begin(connector, request, keys, options);
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
 * Prepares a change, and refuses what may not be: by what is known here before the vendor is asked, and by what it
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

  /** Whether a run of ours is under way that the vendor may not show yet: some report it an hour later. */
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
    const prepared = await askWithin(clock, source, call, (connector, inTime) =>
      prepare(source, connector, request, keys, { ...inTime, ...own }),
    );
    const needs = prepared.needs === 'destroy' ? 'destroy' : permissionFor(request);
    checkPermission(options.actor, source.connection, needs);
    checkConfirmed(request, needs, options, prepared.target);
    return { prepared, needs };
  };
}

/** Throws where this actor, or any actor, lacks the permission at this connection. */
export function checkPermission(actor: Actor, { name, allow = [] }: EngineConnection, needs: Permission): void {
  if (actor.connections !== null && !actor.connections.includes(name)) {
    throw new CrossvaultError({
      code: 'scope-missing',
      message: `${actor.name} has no access to the connection ${name}.`,
    });
  }
  if (!actor.scopes.includes(needs)) {
    throw new CrossvaultError({
      code: 'scope-missing',
      message: `This needs the scope "${needs}"; ${actor.name} has ${actor.scopes.join(', ') || 'none'}.`,
    });
  }
  if (allow.includes(needs)) return;
  throw new CrossvaultError({
    code: 'connection-read-only',
    message:
      `The connection ${name} does not permit this change: its configuration would need ` +
      `allow: [${needs === 'destroy' ? 'operate, destroy' : 'operate'}].`,
    source: name,
  });
}

/** The name by which a person confirms the target. */
export const nameOf = (target: Pick<WriteTarget, 'name' | 'nativeId'>): string => target.name ?? target.nativeId;

/**
 * Throws where data would be destroyed and the target was not confirmed by its name. `target` is null while it is not known:
 * then only the presence of a confirmation is checked.
 */
function checkConfirmed(
  { action }: ActionRequest,
  needs: Permission,
  { confirm, dryRun }: ActOptions,
  target: Pick<WriteTarget, 'name' | 'nativeId'> | null,
): void {
  if (needs !== 'destroy' || dryRun) return;
  if (confirm !== null && (target === null || confirm === nameOf(target))) return;
  const asked = confirm === null ? 'Nothing was confirmed' : 'What was confirmed is another name';
  const wanted = target === null ? 'the name of what it is done to' : `"${nameOf(target)}"`;
  throw new CrossvaultError({
    code: 'confirmation-needed',
    message: `"${action}" destroys data. ${asked}: confirm has to be ${wanted}. Nothing was sent.`,
    parameter: 'confirm',
  });
}
