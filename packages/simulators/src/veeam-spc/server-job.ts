import type { TruthJob, TruthKind } from '../truth.ts';
import {
  type DefinitionState,
  describeState,
  historyOf,
  type LastRunMoves,
  type Run,
  type RunHistory,
  type SpcDefinition,
  stateAt,
} from './definition.ts';
import type { DefinitionCourse } from './definition-course.ts';
import type { ServerJobType } from './server-shapes.ts';
import { type Casing, inCasing, isIdleWord, statusOfWord } from './words.ts';

export type SpcServer = { readonly id: string; readonly organizationUid: string; readonly locationUid: string };

export type SessionObject = { readonly id: string; readonly name: string; readonly fails: boolean };

/** How one job of a backup server is written on the wire. */
export type ServerJobShape = {
  /** The vendor's example says `endTime` and `duration`, its list of properties `lastEndTime` and `lastDuration`. */
  readonly spelling: 'properties' | 'example';
  readonly backupChainSize: 'plain' | 'null';
  /** What stands where a job never ran. */
  readonly never: 'null' | 'year-one';
};

/** A job of a backup server: a definition, of which the console shows the latest run. */
export type SpcServerJob = {
  readonly server: SpcServer;
  readonly id: string;
  readonly uniqueId: string;
  readonly name: string;
  readonly type: ServerJobType;
  readonly shape: ServerJobShape;
  readonly casing: Casing;
  readonly runs: readonly Run[];
  /** The job of an agent that is listed here once more: its runs are those of that one. */
  readonly mirrored: SpcDefinition | null;
  readonly objects: readonly SessionObject[];
  readonly ticks: number;
  /** What makes its runs; absent: they are drawn at random. */
  readonly schedule?: DefinitionCourse;
  readonly scheduleType: string;
  readonly slotMs: number;
  readonly disabled: boolean;
  readonly transferredBytes: number;
  readonly chainBytes: number;
  readonly message: string;
};

const KIND_OF_TYPE: Readonly<Record<ServerJobType, TruthKind>> = {
  BackupVm: 'backup',
  ReplicationVM: 'copy',
  CdpReplicationVM: 'copy',
  CopyVm: 'copy',
  BackupCopy: 'copy',
  SimpleBackupCopy: 'copy',
  BackupToTape: 'archive',
  FileToTape: 'archive',
  BackupFile: 'backup',
  BackupFileCopy: 'copy',
  CopyFile: 'copy',
  ObjectStorageBackup: 'backup',
  ObjectStorageBackupCopy: 'copy',
  AgentBackupJob: 'backup',
  AgentPolicy: 'backup',
  AwsBackupJob: 'backup',
  AzureBackupJob: 'backup',
  GoogleBackupJob: 'backup',
  AhvStorageSnapshotJob: 'snapshot',
  SqlLogBackup: 'backup',
  OracleLogBackup: 'backup',
  PostgreSqlLogBackup: 'backup',
  SureBackup: 'maintenance',
  SobrMaintenance: 'maintenance',
  Unknown: 'other',
  QuantumBackup: 'other',
};

/** Those of the agent's job, where it is listed here once more. */
export const runsOf = (job: SpcServerJob): RunHistory => (job.mirrored === null ? job : historyOf(job.mirrored));

export const serverStateAt = (job: SpcServerJob, nowMs: number, moves: LastRunMoves): DefinitionState =>
  stateAt(runsOf(job), nowMs, moves);

/** Objects of a session that is over and not unknown fail where they are marked; a success over such is none. */
export const hasFailedObjects = (job: SpcServerJob, { isOpen, word }: DefinitionState): boolean =>
  !isOpen && statusOfWord(word) !== 'unknown' && job.objects.some(({ fails }) => fails);

/** An idle job shows the result of its run by its objects, none of which failed. */
const hasReportedResult = (job: SpcServerJob, { isOpen, word }: DefinitionState): boolean =>
  !isOpen && isIdleWord(word) && job.objects.length > 0;

/** null: it never ran, or it is the job of an agent, which reports it itself. */
export const describeServerJob = (job: SpcServerJob, nowMs: number, moves: LastRunMoves): TruthJob | null => {
  const state = serverStateAt(job, nowMs, moves);
  if (state.lastRunMs === null || job.mirrored !== null) return null;
  const described = describeState(state, state.isOpen ? null : state.lastEndMs);
  const isFalseSuccess = described.status === 'succeeded' && hasFailedObjects(job, state);
  const status = isFalseSuccess ? 'warning' : hasReportedResult(job, state) ? 'succeeded' : described.status;
  return {
    vendor: 'veeam-spc',
    list: '',
    nativeId: job.id,
    scope: job.server.id,
    kind: KIND_OF_TYPE[job.type],
    nativeKind: inCasing(job.type, job.casing),
    ...described,
    status,
    fullStatus: status,
    documented: false,
  };
};
