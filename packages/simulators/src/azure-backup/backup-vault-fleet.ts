import { type Course, endMsOf, phaseOf } from '../fleet/course.ts';
import { plantedFrom } from '../fleet/planted.ts';
import type { Random } from '../fleet/random.ts';
import { growStarts } from '../fleet/starts.ts';
import { pickWeighted, type Weighted } from '../fleet/weighted.ts';
import type { VendorCore } from '../simulated-vendor.ts';
import { type TruthJob, type TruthKind, toInstant } from '../truth.ts';
import { type AzureVault, BACKUP_VAULTS, keyOfBackupVault } from './documented.ts';
import { addTicks } from './time-text.ts';
import { backupVaultStatusOfWord } from './words.ts';

export type Category = 'Backup' | 'Restore' | 'Tiering' | 'Management';

/** How one job of a Backup vault is written on the wire. */
export type BackupVaultShape = {
  readonly operation: string;
  readonly category: Category;
  readonly source: keyof typeof SOURCES;
  /** Status once the job is over, and before. */
  readonly outcome: string;
  readonly openWord: 'InProgress' | 'Started';
  readonly phase: 'ended' | 'running';
  /** The prose says ISO 8601, the sample shows a TimeSpan. */
  readonly duration: 'iso' | 'timespan' | 'absent' | 'unreadable';
  readonly errors: 'plain' | 'inner' | 'nested' | 'null';
  /** Samples have ids that end in free text. */
  readonly activity: 'guid' | 'text';
  readonly actions: readonly string[];
  readonly tasks: 'usual' | 'one-failed' | 'null';
  readonly extended: 'full' | 'null';
  readonly byUser: boolean;
  readonly hasPolicy: boolean;
};

export type BackupVaultJob = {
  readonly vault: AzureVault;
  readonly id: string;
  readonly activityId: string;
  readonly name: string;
  readonly course: Course;
  readonly startTicks: number;
  readonly durationTicks: number;
  readonly bytes: number;
  /** @default 'daily' */
  readonly policyName?: string;
  readonly shape: BackupVaultShape;
};

export const SOURCES = {
  disk: { type: 'Microsoft.Compute/disks', names: ['disk-web-01-os', 'disk-sql-01-data'] },
  blobs: { type: 'Microsoft.Storage/storageAccounts/blobServices', names: ['stprodweu', 'stlogsweu'] },
  cluster: { type: 'Microsoft.ContainerService/managedClusters', names: ['aks-prod-weu'] },
  database: { type: 'Microsoft.DBforPostgreSQL/servers/databases', names: ['orders', 'billing'] },
  server: { type: 'Microsoft.DBforPostgreSQL/flexibleServers', names: ['pg-prod-weu'] },
} as const;

const INVENTED_OUTCOME = 'Parked';

/** What a fleet plants as far as it is large enough: each documented word, and oddities on request. */
const PLANTED: readonly Partial<BackupVaultShape>[] = [
  { operation: 'Backup', category: 'Backup', phase: 'running', openWord: 'Started', outcome: 'Succeeded' },
  { operation: 'Backup', category: 'Backup', outcome: 'Failed', errors: 'inner' },
  { operation: 'Restore', category: 'Restore', outcome: 'Success', byUser: true, duration: 'timespan' },
  { operation: 'Backup', category: 'Backup', outcome: 'Succeeded', tasks: 'one-failed', extended: 'full' },
  { operation: 'Backup', category: 'Backup', outcome: 'SuccessWithWarning', errors: 'nested' },
  { operation: 'Backup', category: 'Backup', outcome: 'CompletedWithWarnings', actions: [] },
  { operation: 'Tiering', category: 'Tiering', outcome: 'Completed' },
  { operation: 'ConfigureProtection', category: 'Management', outcome: 'Completed' },
  { operation: 'DeleteBackupInstance', category: 'Management', outcome: 'Completed', byUser: true },
  { operation: 'UndeleteBackupInstance', category: 'Management', outcome: 'Completed', byUser: true },
  { operation: 'Backup', category: 'Backup', outcome: 'Cancelled' },
  { operation: 'Backup', category: 'Backup', outcome: INVENTED_OUTCOME, activity: 'text' },
  { operation: 'Restore', category: 'Restore', phase: 'running', openWord: 'InProgress', outcome: 'Completed' },
  { duration: 'unreadable', outcome: 'Failed', errors: 'plain' },
  { duration: 'absent', extended: 'null', tasks: 'null' },
];

const OUTCOMES: Weighted<string> = [
  [70, 'Completed'],
  [10, 'Success'],
  [5, 'Succeeded'],
  [5, 'CompletedWithWarnings'],
  [10, 'Failed'],
];
const OPERATIONS: Weighted<Category> = [
  [85, 'Backup'],
  [8, 'Restore'],
  [4, 'Tiering'],
];
const SOURCE_NAMES: readonly (keyof typeof SOURCES)[] = ['disk', 'blobs', 'cluster', 'database', 'server'];

export const growBackupVaultShape = (random: Random, wish: Partial<BackupVaultShape>): BackupVaultShape => {
  const category = wish.category ?? pickWeighted(random, OPERATIONS);
  const outcome = wish.outcome ?? pickWeighted(random, OUTCOMES);
  return {
    category,
    operation: category,
    source: random.pick(SOURCE_NAMES),
    outcome,
    openWord: 'InProgress',
    phase: 'ended',
    duration: random.chance(0.5) ? 'iso' : 'timespan',
    errors: outcome === 'Failed' ? random.pick(['plain', 'inner', 'nested']) : 'null',
    activity: random.chance(0.2) ? 'text' : 'guid',
    actions: [''],
    tasks: 'usual',
    extended: 'full',
    byUser: random.chance(0.2),
    hasPolicy: category === 'Backup',
    ...wish,
  };
};

export const growBackupVaultJob = (
  random: Random,
  shape: BackupVaultShape,
  course: Course,
  vault: AzureVault,
): BackupVaultJob => ({
  vault,
  shape,
  course,
  id: random.uuid(),
  activityId: random.uuid(),
  name: random.pick(SOURCES[shape.source].names),
  startTicks: random.integer(0, 9999),
  durationTicks: random.integer(0, 9999),
  bytes: random.integer(1, 2_000_000_000),
});

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

const growCourse = (random: Random, shape: BackupVaultShape, startMs: number, anchorMs: number): Course => {
  const still = { queuedForMs: 0, closingAfterMs: null };
  if (shape.phase === 'running') {
    const ranForMs = random.integer(MINUTE_MS, 200 * MINUTE_MS);
    return { startMs: anchorMs - ranForMs, durationMs: ranForMs + random.integer(2, 200) * MINUTE_MS, ...still };
  }
  const drawnMs = random.integer(20_000, 90 * MINUTE_MS);
  return { startMs, durationMs: Math.max(1, Math.min(drawnMs, Math.floor((anchorMs - startMs) * 0.9))), ...still };
};

export const growBackupVaultFleet = ({ random, jobs, days, anchorMs, oddities }: VendorCore): BackupVaultJob[] => {
  const shapes = random.fork('backup-vault-shapes');
  const fromMs = anchorMs - days * DAY_MS;
  const starts = growStarts({ random: random.fork('backup-vaults'), count: jobs, fromMs, untilMs: anchorMs });
  const planted = plantedFrom(PLANTED, ({ outcome }) => outcome === INVENTED_OUTCOME, { oddities });
  return starts.map((startMs, index) => {
    const shape = growBackupVaultShape(shapes, planted[index] ?? {});
    const course = growCourse(shapes, shape, startMs, anchorMs);
    return growBackupVaultJob(shapes, shape, course, shapes.pick(BACKUP_VAULTS));
  });
};

const KINDS: Readonly<Record<Category, TruthKind>> = {
  Backup: 'backup',
  Restore: 'restore',
  Tiering: 'archive',
  Management: 'configure',
};

const kindOf = ({ category, operation }: BackupVaultShape): TruthKind =>
  operation.startsWith('Delete') ? 'delete' : KINDS[category];

export const backupVaultWordAt = ({ course, shape }: BackupVaultJob, nowMs: number): string =>
  phaseOf(course, nowMs) === 'ended' ? shape.outcome : shape.openWord;

export const describeBackupVaultJob = (job: BackupVaultJob, nowMs: number): TruthJob | null => {
  if (phaseOf(job.course, nowMs) === 'future') return null;
  const word = backupVaultWordAt(job, nowMs);
  const status = backupVaultStatusOfWord(word);
  const hidesFailure = job.shape.extended === 'full' && job.shape.tasks === 'one-failed';
  const start = { milliseconds: job.course.startMs, ticks: job.startTicks };
  const span = { milliseconds: job.course.durationMs, ticks: job.durationTicks };
  return {
    vendor: 'azure-backup',
    list: keyOfBackupVault(job.vault),
    nativeId: job.id,
    scope: null,
    kind: kindOf(job.shape),
    nativeKind: job.shape.operation,
    status,
    fullStatus: status === 'succeeded' && hidesFailure ? 'warning' : status,
    nativeStatus: word,
    startedAt: toInstant(job.course.startMs),
    endedAt: endMsOf(job.course, nowMs) === null ? null : toInstant(addTicks(start, span).milliseconds),
    documented: false,
  };
};
