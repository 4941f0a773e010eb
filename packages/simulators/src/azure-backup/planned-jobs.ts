import type { Course } from '../fleet/course.ts';
import type { PlannedRun } from '../schedule/planned-run.ts';
import type { AzureJobs } from './azure-jobs.ts';
import { growBackupVaultJob, growBackupVaultShape } from './backup-vault-fleet.ts';
import type { BackupVaultJobs } from './backup-vault-jobs.ts';
import { growJob, growShape } from './fleet.ts';
import type { ItemTable } from './item-table.ts';
import { sourceOf, vaultOf } from './plans.ts';
import type { SimulatedItem } from './protected-items.ts';
import type { Shape } from './shapes.ts';

type World = { readonly items: ItemTable; readonly jobs: AzureJobs; readonly backupVaultJobs: BackupVaultJobs };

const WORDS = {
  succeeded: 'Completed',
  warning: 'CompletedWithWarnings',
  failed: 'Failed',
  cancelled: 'Cancelled',
} as const;

const JOBS = {
  AzureIaasVM: { jobType: 'AzureIaaSVMJob', operation: 'Backup' },
  AzureStorage: { jobType: 'AzureStorageJob', operation: 'Backup' },
  AzureWorkload: { jobType: 'AzureWorkloadJob', operation: 'Backup (Full)' },
  MAB: { jobType: 'MabJob', operation: 'Backup' },
} as const satisfies Record<SimulatedItem['management'], Pick<Shape, 'jobType' | 'operation'>>;

/** How many of the newest recovery points of an item are kept. */
const KEPT_POINTS = 30;

const courseOf = ({ startMs, durationMs, outcome }: PlannedRun): Course => ({
  startMs,
  durationMs,
  queuedForMs: 0,
  closingAfterMs: outcome === 'cancelled' ? Math.floor(durationMs * 0.8) : null,
});

/** The item after a run: machines and shares say how it ended, and a good one leaves a recovery point. */
const afterRun = ({ startMs, outcome }: PlannedRun, { points }: SimulatedItem): Partial<SimulatedItem> => {
  const ended = { lastBackupMs: startMs, lastBackupStatus: WORDS[outcome] };
  if (outcome === 'failed' || outcome === 'cancelled') return ended;
  const point = { name: String(348916168024334 + startMs), atMs: startMs, gigabytes: 4 };
  return { ...ended, points: [point, ...points].slice(0, KEPT_POINTS) };
};

const startInVault = (run: PlannedRun, { items, jobs }: World): string[] => {
  const vault = vaultOf(run.plan);
  const item = run.item === null ? undefined : items.named(vault, run.item);
  if (item === undefined) return [];
  const outcome = WORDS[run.outcome];
  const shape = growShape(run.random, {
    ...JOBS[item.management],
    backupManagementType: item.management,
    outcome,
    ...(outcome === 'Failed' ? { errors: 'full' } : {}),
    ids: 'plain',
    trigger: 'false',
    tasks: 'timed',
  });
  const { container, policyName } = item;
  items.changeAt(item, run.startMs + run.durationMs, 'job', (now) => afterRun(run, now));
  return [
    jobs.start({
      ...growJob(run.random, shape, courseOf(run), vault),
      entity: item.jobName,
      item: { container, policyName },
    }),
  ];
};

const startInBackupVault = (run: PlannedRun, { backupVaultJobs }: World): string[] => {
  const source = sourceOf(run.plan.sort);
  if (source === undefined || run.item === null) return [];
  const wish = { category: 'Backup', source, outcome: WORDS[run.outcome], byUser: false } as const;
  const grown = growBackupVaultJob(
    run.random,
    growBackupVaultShape(run.random, wish),
    courseOf(run),
    vaultOf(run.plan),
  );
  return [backupVaultJobs.start({ ...grown, name: run.item, policyName: run.plan.name })];
};

/** Makes the job of a run, and what it leaves at its item. */
export const startAzureRun = (run: PlannedRun, world: World): string[] =>
  sourceOf(run.plan.sort) === undefined ? startInVault(run, world) : startInBackupVault(run, world);
