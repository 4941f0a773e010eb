import express, { type Express, type Request, type Response } from 'express';
import type { SimulatedClock } from '../clock/clock.ts';
import { isRecord } from '../control/read-job-input.ts';
import { sendArmError } from './arm.ts';
import type { AzureJobs } from './azure-jobs.ts';
import type { ItemTable } from './item-table.ts';
import { ITEM, sendAccepted } from './operation-routes.ts';
import { type AzureOperations, WORK_MS } from './operations.ts';
import { findPolicy, type Management, type PolicyTable } from './policies.ts';
import { pathOfItem, type SimulatedItem } from './protected-items.ts';
import { type ItemHandler, inItem } from './protection-routes.ts';
import { renderItem } from './render-item.ts';
import { inVault, type VaultHandler } from './vault-routes.ts';

type ItemChanges = {
  readonly clock: SimulatedClock;
  readonly items: ItemTable;
  readonly policies: PolicyTable;
  readonly operations: AzureOperations;
  readonly jobs: AzureJobs;
  readonly guarded: readonly string[];
};

const JOB_TYPES = {
  AzureIaasVM: 'AzureIaaSVMJob',
  AzureStorage: 'AzureStorageJob',
  AzureWorkload: 'AzureWorkloadJob',
  MAB: 'MabJob',
} as const satisfies Record<Management, string>;

const SHORT_MS = 45_000;
const LONG_MS = 600_000;

const LOCKED = { code: 'UserErrorItemLocked', message: 'The item is locked by another operation.' };

const propertiesIn = (request: Request): Readonly<Record<string, unknown>> => {
  const body: unknown = request.body;
  return isRecord(body) && isRecord(body['properties']) ? body['properties'] : {};
};

/** Codes of refusals are not documented, but for that of a configuration that is not valid. */
const refuse = (response: Response, status: number, code: string, message: string): void =>
  sendArmError(response, status, code, message);

const INVALID = 'BMSUserErrorInvalidConfigureProtectionRequest';

/** Accepts a change: creates a job, and changes the item when the operation ends. A change of a locked item fails. */
const accept = (
  { clock, items, operations, jobs }: ItemChanges,
  item: SimulatedItem,
  work: {
    readonly operation: string;
    readonly durationMs: number;
    readonly ending?: 'item' | 'nothing';
    readonly change?: (item: SimulatedItem) => Partial<SimulatedItem>;
    readonly policyName?: string;
  },
) => {
  const { vault, management, jobName, container } = item;
  const job = {
    vault,
    jobType: JOB_TYPES[management],
    operation: work.operation,
    backupManagementType: management,
    entity: jobName,
    item: { container, policyName: work.policyName ?? item.policyName },
    durationMs: work.durationMs,
  };
  const jobId = item.isLocked ? undefined : jobs.trigger(job);
  const ending = work.ending ?? 'item';
  const operation = operations.start({
    vault,
    target: ending === 'nothing' ? { kind: 'vault' } : { kind: 'item', path: pathOfItem(item) },
    ending,
    ...(jobId === undefined ? { failure: LOCKED } : { jobId }),
  });
  if (jobId !== undefined && work.change !== undefined)
    items.changeAt(item, clock.now() + WORK_MS, 'operation', work.change);
  return { operation, jobId };
};

/** A change of a guarded vault must name the resource guard operation that allows it. */
const isAllowed = (
  request: Request,
  response: Response,
  { vault }: Pick<SimulatedItem, 'vault'>,
  guarded: readonly string[],
) => {
  const isGuarded = guarded.some((name) => name.toLowerCase() === vault.name.toLowerCase());
  const said = request.get('x-ms-authorization-auxiliary') ?? '';
  if (!isGuarded || /^Bearer .+/.test(said)) return true;
  refuse(response, 403, 'UserErrorResourceGuardAuthorizationFailed', 'The vault is protected by a Resource Guard.');
  return false;
};

const changeItem =
  (world: ItemChanges): VaultHandler =>
  (request, response, vault) => {
    const { container = '', item: name = '' } = request.params;
    const item = world.items.find(vault, container, name);
    const wish = propertiesIn(request);
    if (item === undefined || item.state === null || item.management === 'MAB') {
      refuse(
        response,
        400,
        INVALID,
        `There is no such thing as '${name}' in the container; look for containers first.`,
      );
      return;
    }
    if (!isAllowed(request, response, item, world.guarded)) return;
    if (world.items.isChanging(item)) {
      refuse(response, 409, 'UserErrorOperationInProgress', 'Another operation on this item is in progress.');
      return;
    }
    const done = decide(world.policies, item, wish);
    if ('refused' in done) refuse(response, 400, INVALID, done.refused);
    else if ('nothing' in done) response.json(renderItem(item));
    else sendAccepted(request, response, accept(world, item, done).operation);
  };

type Work = Parameters<typeof accept>[2];

/** Result of a requested state of an item. */
const decide = (
  policies: PolicyTable,
  item: SimulatedItem,
  wish: Readonly<Record<string, unknown>>,
): Work | { refused: string } | { nothing: true } => {
  const { state, deletedMs } = item;
  const isBringingBack = wish['isRehydrate'] === true;
  if (isBringingBack !== (deletedMs !== null)) {
    return { refused: deletedMs === null ? 'The item is not softly deleted.' : 'The item is softly deleted.' };
  }
  if (isBringingBack) return { operation: 'Undelete', durationMs: SHORT_MS, change: () => ({ deletedMs: null }) };
  if (wish['protectionState'] === 'ProtectionStopped' || wish['protectionState'] === 'BackupsSuspended') {
    if (state === 'Protectable') return { refused: 'The item is not protected.' };
    if (state === wish['protectionState']) return { nothing: true };
    const isStop = wish['protectionState'] === 'ProtectionStopped';
    const change = isStop
      ? ({ state: 'ProtectionStopped', policyName: null } as const)
      : ({ state: 'BackupsSuspended' } as const);
    return { operation: 'DisableBackup', durationMs: SHORT_MS, change: () => change };
  }
  const { policyId } = wish;
  if (typeof policyId !== 'string' || policyId === '') return { refused: 'The policy is missing.' };
  const policy = findPolicy(policies, item.vault, policyId);
  if (policy?.management !== item.management) return { refused: `There is no policy '${policyId}' for this item.` };
  const policyName = policy.name;
  const change = ({ points }: SimulatedItem) =>
    ({ policyName, state: points.length === 0 ? 'IRPending' : 'Protected' }) as const;
  return { operation: 'ConfigureBackup', durationMs: SHORT_MS, policyName, change };
};

/** Shares are deleted at once, other items soft-deleted. Deleted items are skipped. */
const deleteItem =
  (world: ItemChanges): VaultHandler =>
  (request, response, vault) => {
    const { container = '', item: name = '' } = request.params;
    const item = world.items.find(vault, container, name);
    if (item === undefined || item.state === null || item.state === 'Protectable' || item.deletedMs !== null) {
      response.status(204).end();
      return;
    }
    if (!isAllowed(request, response, item, world.guarded)) return;
    if (world.items.isChanging(item)) {
      refuse(response, 409, 'UserErrorOperationInProgress', 'Another operation on this item is in progress.');
      return;
    }
    const deletedMs = world.clock.now() + WORK_MS;
    const gone = { state: 'Protectable', policyName: null, points: [], lastBackupMs: null } as const;
    const softly = { state: 'ProtectionStopped', policyName: null, deletedMs } as const;
    const change = () => (item.management === 'AzureStorage' ? gone : softly);
    const work = { operation: 'DeleteBackupData', durationMs: SHORT_MS, ending: 'nothing', change } as const;
    sendAccepted(request, response, accept(world, item, work).operation);
  };

const BACKUP_TYPES: Partial<Record<Management, string>> = {
  AzureIaasVM: 'IaasVMBackupRequest',
  AzureStorage: 'AzureFileShareBackupRequest',
  AzureWorkload: 'AzureWorkloadBackupRequest',
};

const backUp = (world: ItemChanges): ItemHandler => {
  const running = new Map<string, string>();
  return (request, response, item) => {
    const { clock, items, jobs } = world;
    const { objectType } = propertiesIn(request);
    const itemPath = `${item.vault.name}/${pathOfItem(item)}`.toLowerCase();
    const isRunning = jobs.standing(item.vault, running.get(itemPath) ?? '')?.isOpen === true;
    if (objectType !== BACKUP_TYPES[item.management]) {
      refuse(response, 400, 'BMSUserErrorInvalidInput', 'The type of the request is not that of the item.');
    } else if (item.deletedMs !== null || (item.state !== 'Protected' && item.state !== 'IRPending')) {
      refuse(response, 400, 'UserErrorProtectionStopped', 'The item is not protected.');
    } else if (isRunning) {
      refuse(response, 409, 'UserErrorBackupInProgress', 'The item is being backed up already.');
    } else {
      const { operation, jobId } = accept(world, item, { operation: 'Backup', durationMs: LONG_MS });
      if (jobId !== undefined) {
        running.set(itemPath, jobId);
        const atMs = clock.now();
        items.changeAt(item, atMs + LONG_MS, 'job', (now) => {
          if (jobs.standing(item.vault, jobId)?.word !== 'Completed') return {};
          const point = { name: String(348916168024334 + atMs), atMs, gigabytes: 5 };
          const state = now.state === 'IRPending' ? 'Protected' : now.state;
          return { state, lastBackupMs: atMs, lastBackupStatus: 'Completed', points: [point, ...now.points] };
        });
      }
      sendAccepted(request, response, operation);
    }
  };
};

const RESTORE_TYPES: Partial<Record<Management, string>> = {
  AzureIaasVM: 'IaasVMRestoreRequest',
  AzureStorage: 'AzureFileShareRestoreRequest',
};

const restore =
  (world: ItemChanges): ItemHandler =>
  (request, response, item) => {
    const { recoveryPointId } = request.params;
    const { objectType, sourceResourceId } = propertiesIn(request);
    if (!item.points.some(({ name }) => name === recoveryPointId)) {
      refuse(response, 404, 'BMSUserErrorRecoveryPointNotFound', `There is no recovery point '${recoveryPointId}'.`);
    } else if (objectType !== RESTORE_TYPES[item.management] || sourceResourceId !== item.sourceResourceId) {
      refuse(response, 400, 'BMSUserErrorInvalidInput', 'The request does not fit the item.');
    } else {
      sendAccepted(request, response, accept(world, item, { operation: 'Restore', durationMs: LONG_MS }).operation);
    }
  };

/** Actions on protected items. */
export const registerItemChangeRoutes = (app: Express, world: ItemChanges): void => {
  const json = express.json({ type: () => true });
  app.put(ITEM, json, inVault(changeItem(world)));
  app.delete(ITEM, inVault(deleteItem(world)));
  app.post(`${ITEM}/backup`, json, inItem(world.items, backUp(world)));
  app.post(`${ITEM}/recoveryPoints/:recoveryPointId/restore`, json, inItem(world.items, restore(world)));
};
