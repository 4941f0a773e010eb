import {
  type ActionRequest,
  type Connector,
  CrossvaultError,
  type JobKey,
  type PreparedWrite,
  type PrepareOptions,
} from '@crossvault/core';
import { offersAction } from '../connections/capabilities.ts';
import type { Source } from '../connections/source.ts';

/** What the connector is asked by. */
export interface ActionKeys {
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
export function prepare(
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
