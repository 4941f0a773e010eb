import {
  combine,
  hasEnded,
  type JobTask,
  missing,
  type Reading,
  readDuration,
  readInstant,
  readPercent,
  readText,
  readWire,
  spanSeconds,
} from '@crossvault/core';
import { type JobAnswer, splitList } from './job-answer.ts';
import { readStatus, subTaskWords, taskWords } from './map-status.ts';
import type { VaultJobAnswer } from './vault-job-answer.ts';
import type { TaskWire } from './wire.ts';
import type { SubTaskWire } from './wire-backup-vault.ts';

/** Azure's "not yet" beside year 0001: seen as the last backup of an item that never had one. */
export const sentinels = ['2001-01-01T00:00:00Z'] as const;

export function readTasks({ extended }: JobAnswer): Reading<JobTask[]> {
  const { known, lost } = splitList(extended.tasksList);
  if (extended.tasksList === null || extended.tasksList === undefined) return missing([]);
  const tasks = known.map(readTask);
  return combine(
    tasks.map((task) => task.value),
    [...tasks, ...lost],
  );
}

/** Steps of a Backup vault's job have no times. Their progress is a text whose form is not documented. */
export function readSubTasks({ extended }: VaultJobAnswer): Reading<JobTask[]> {
  const { known, lost } = splitList(extended.subTasks);
  if (extended.subTasks === null || extended.subTasks === undefined) return missing([]);
  const tasks = known.map(readSubTask);
  return combine(
    tasks.map((task) => task.value),
    [...tasks, ...lost],
  );
}

function readSubTask(task: SubTaskWire): Reading<JobTask> {
  const name = readText(task.taskName);
  const status = readStatus(task.taskStatus, subTaskWords);
  const nativeStatus = readText(task.taskStatus);
  const progressPercent = readWire(task.taskProgress, (progress) =>
    progress === '' ? missing(null) : readPercent(toPercent(progress)),
  );
  const value: JobTask = {
    name: name.value ?? '',
    status: status.value,
    nativeStatus: nativeStatus.value,
    startedAt: null,
    endedAt: null,
    durationSeconds: null,
    progressPercent: progressPercent.value,
  };
  return combine(value, [name, status, nativeStatus, progressPercent]);
}

const toPercent = (progress: string | number): number =>
  typeof progress === 'string' && /^\d+(?:\.\d+)?\s*%?$/.test(progress)
    ? Number.parseFloat(progress)
    : Number(progress);

/** Tasks of file shares and databases have a name and a status only; those of machines mostly no times either. */
function readTask(task: TaskWire): Reading<JobTask> {
  const name = readText(task.taskId);
  const status = readStatus(task.status, taskWords);
  const nativeStatus = readText(task.status);
  const startedAt = readInstant(task.startTime, sentinels);
  const endedAt = readInstant(task.endTime, sentinels);
  const duration = readDuration(task.duration, 'timespan-or-iso');
  const progressPercent = readPercent(task.progressPercentage);
  const value: JobTask = {
    name: name.value ?? '',
    status: status.value,
    nativeStatus: nativeStatus.value,
    startedAt: startedAt.value,
    endedAt: endedAt.value,
    durationSeconds: hasEnded(status.value, endedAt.value)
      ? spanSeconds(startedAt.value, endedAt.value, duration.value)
      : null,
    progressPercent: progressPercent.value,
  };
  return combine(value, [name, status, startedAt, endedAt, duration, progressPercent]);
}
