import { changeCourse, courseOfAdded, type JobFields } from '../fleet/course.ts';
import { type AddJobInput, createJobTable, type JobChange, payloadOf, truthOf } from '../fleet/job-table.ts';
import type { VendorCore } from '../simulated-vendor.ts';
import { type TruthJob, toBlankTruth } from '../truth.ts';
import {
  type BackupVaultJob,
  type BackupVaultShape,
  describeBackupVaultJob,
  growBackupVaultFleet,
  growBackupVaultJob,
  growBackupVaultShape,
} from './backup-vault-fleet.ts';
import { renderBackupVaultJob } from './backup-vault-render.ts';
import { type AzureVault, BACKUP_VAULTS, keyOfBackupVault } from './documented.ts';
import { backupVaultStatusOfWord, backupVaultWordOfStatus } from './words.ts';

/** One record of a Backup vault. */
export type BackupVaultRecord = { readonly nativeId: string; exists(): boolean; payload(): unknown };

export type BackupVaultJobs = {
  /** Sorted by id: the vendor documents no order, and this one is not chronological. */
  recordsOf(vault: AzureVault): readonly BackupVaultRecord[];
  holds(list: string): boolean;
  /** Takes a job that a schedule starts. */
  start(job: BackupVaultJob): string;
  truth(): TruthJob[];
  add(input: AddJobInput): string;
  change(nativeId: string, change: JobChange): void;
};

const wordOf = (fields: JobFields): string | undefined =>
  fields.nativeStatus ?? (fields.status === undefined ? undefined : backupVaultWordOfStatus(fields.status));

const outcomeOf = (fields: JobFields): Partial<BackupVaultShape> => {
  const word = wordOf(fields);
  if (word === undefined) return {};
  return backupVaultStatusOfWord(word) === 'running' ? { outcome: 'Completed' } : { outcome: word };
};

const withStatus = (fields: JobFields): JobFields =>
  fields.nativeStatus === undefined || fields.status !== undefined
    ? fields
    : { ...fields, status: backupVaultStatusOfWord(fields.nativeStatus) };

export const createBackupVaultJobs = (core: VendorCore): BackupVaultJobs => {
  const { clock } = core;
  const random = core.random.fork('added-to-backup-vaults');
  const table = createJobTable<BackupVaultJob>((id) => id.toLowerCase());
  for (const spec of growBackupVaultFleet(core)) {
    table.put({ nativeId: spec.id, list: keyOfBackupVault(spec.vault), spec, addedMs: core.anchorMs });
  }
  const findVault = (list: string): AzureVault | undefined =>
    BACKUP_VAULTS.find((vault) => keyOfBackupVault(vault) === list.toLowerCase());

  return Object.freeze({
    recordsOf: (vault: AzureVault) =>
      table.jobs
        .filter(({ list }) => list === keyOfBackupVault(vault))
        .map((job) => ({
          nativeId: job.nativeId,
          exists: () => job.spec === null || describeBackupVaultJob(job.spec, clock.now()) !== null,
          payload: () => payloadOf(job, (spec) => renderBackupVaultJob(spec, clock.now())),
        }))
        .sort((left, right) => (left.nativeId < right.nativeId ? -1 : 1)),
    start: (spec: BackupVaultJob) => {
      table.put({ nativeId: spec.id, list: keyOfBackupVault(spec.vault), spec, addedMs: clock.now() });
      return spec.id;
    },
    holds: (list: string) => findVault(list) !== undefined,
    truth: () =>
      table.jobs
        .map((job) => {
          const source = { list: job.list, nativeId: job.nativeId, scope: null };
          const blank = toBlankTruth({ vendor: 'azure-backup', kind: 'other', ...source });
          return truthOf(job, (spec) => describeBackupVaultJob(spec, clock.now()), blank);
        })
        .filter((job) => job !== null),
    add: (input: AddJobInput) => {
      const vault = findVault(input.list ?? '');
      if (vault === undefined) throw new RangeError(`no Backup vault ${input.list}`);
      const { raw, truth } = input;
      const shape = growBackupVaultShape(random, { outcome: 'Completed', ...outcomeOf(input) });
      const grown = growBackupVaultJob(random, shape, courseOfAdded(withStatus(input), clock.now()), vault);
      const spec = raw === undefined ? { ...grown, name: input.target ?? grown.name } : null;
      const nativeId = spec?.id ?? `unnamed-${table.version}`;
      const given = { ...(raw === undefined ? {} : { raw }), ...(truth === undefined ? {} : { truth }) };
      table.put({ nativeId, list: keyOfBackupVault(vault), spec, addedMs: clock.now(), ...given });
      return nativeId;
    },
    change: (nativeId: string, change: JobChange) =>
      table.change(nativeId, change, (spec) => ({
        ...spec,
        name: change.target ?? spec.name,
        shape: { ...spec.shape, ...outcomeOf(change) },
        course: changeCourse(spec.course, withStatus(change), clock.now()),
      })),
  });
};
