import type { Express } from 'express';
import type { SimulatedClock } from '../clock/clock.ts';
import { readParameter, sendArmError } from './arm.ts';
import type { AzureJobs } from './azure-jobs.ts';
import { parseClauses } from './clauses.ts';
import { keyOfVault } from './documented.ts';
import { FILTER_PROBLEM, parseJobFilter } from './filter.ts';
import type { ItemTable } from './item-table.ts';
import { sendAccepted } from './operation-routes.ts';
import { type AzureOperations, WORK_MS } from './operations.ts';
import type { AzureBackupOptions } from './options.ts';
import { inVault, VAULT, type VaultHandler } from './vault-routes.ts';

type VaultChanges = {
  readonly clock: SimulatedClock;
  readonly jobs: AzureJobs;
  readonly items: ItemTable;
  readonly operations: AzureOperations;
  readonly options: AzureBackupOptions;
};

/** How long a job takes to end once it is cancelled. */
const CANCELLING_MS = 60_000;

const cancelJob =
  ({ jobs, operations, options }: VaultChanges): VaultHandler =>
  (request, response, vault) => {
    const { jobName = '' } = request.params;
    const standing = jobs.standing(vault, jobName);
    if (standing === undefined) {
      sendArmError(response, 404, 'UserErrorJobNotFound', `The job '${jobName}' was not found.`);
      return;
    }
    const { isOpen, isTransferring, word, ranForMs } = standing;
    const target = { kind: 'job', jobName } as const;
    if (isOpen && isTransferring && options.lateCancelRefusedBy === 'result') {
      sendAccepted(request, response, operations.start({ vault, target, ending: 'refused' }));
    } else if (!isOpen || isTransferring) {
      const message = `The job is ${word}, in a phase in which it cannot be cancelled.`;
      sendArmError(response, 400, 'UserErrorJobCannotBeCancelled', message);
    } else {
      const durationSeconds = (ranForMs + CANCELLING_MS) / 1000;
      if (word === 'InProgress')
        jobs.change(jobName, { status: 'cancelling', durationSeconds, list: keyOfVault(vault) });
      sendAccepted(request, response, operations.start({ vault, target, ending: 'nothing' }));
    }
  };

const exportJobs =
  ({ operations }: VaultChanges): VaultHandler =>
  (request, response, vault) => {
    if (parseJobFilter(readParameter(request, '$filter') ?? '') === null) {
      sendArmError(response, 400, 'CloudInvalidInputError', FILTER_PROBLEM);
    } else {
      sendAccepted(request, response, operations.start({ vault, target: { kind: 'export' }, ending: 'export' }));
    }
  };

/** Machines are discovered by default. */
const refreshContainers =
  ({ operations, items, clock }: VaultChanges): VaultHandler =>
  (request, response, vault) => {
    const clauses = parseClauses(readParameter(request, '$filter') ?? '');
    if (clauses === null || clauses.some(({ key }) => key !== 'backupManagementType')) {
      sendArmError(response, 400, 'CloudInvalidInputError', 'The filter is not valid.');
    } else {
      items.discover(vault, clauses[0]?.value ?? 'AzureIaasVM', clock.now() + WORK_MS);
      sendAccepted(request, response, operations.start({ vault, target: { kind: 'fabric' }, ending: 'nothing' }));
    }
  };

/** Actions on a job, and on a vault as a whole. */
export const registerVaultChangeRoutes = (app: Express, world: VaultChanges): void => {
  app.post(`${VAULT}/backupJobs/:jobName/cancel`, inVault(cancelJob(world)));
  app.post(`${VAULT}/backupJobsExport`, inVault(exportJobs(world)));
  app.post(`${VAULT}/backupFabrics/:fabric/refreshContainers`, inVault(refreshContainers(world)));
};
