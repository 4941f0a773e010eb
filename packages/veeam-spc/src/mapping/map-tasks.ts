import {
  combine,
  hasEnded,
  type JobTask,
  missing,
  type Reading,
  readDuration,
  readInstant,
  readText,
  spanSeconds,
  unsupported,
} from '@crossvault/core';
import type { JobAnswer } from './job-answer.ts';
import { readStatus } from './map-status.ts';
import { splitList, type TaskWire } from './wire.ts';

/** The objects of the latest session; the console reports them for backups and replications of machines. */
export function readTasks({ owner, job }: JobAnswer): Reading<JobTask[]> {
  if (owner.family === 'agent') return unsupported([]);
  if (job.lastSessionTasks === null || job.lastSessionTasks === undefined) return missing([]);
  const { known, lost } = splitList(job.lastSessionTasks);
  const tasks = known.map(readTask);
  return combine(
    tasks.map(({ value }) => value),
    [...tasks, ...lost],
  );
}

function readTask(task: TaskWire): Reading<JobTask> {
  const name = readText(task.objectName);
  const status = readStatus(task.status);
  const nativeStatus = readText(task.status);
  const startedAt = readInstant(task.startTime);
  const endedAt = readInstant(task.endTime);
  const duration = readDuration(task.duration, 'seconds');
  const value: JobTask = {
    name: name.value ?? '',
    status: status.value,
    nativeStatus: nativeStatus.value,
    startedAt: startedAt.value,
    endedAt: endedAt.value,
    durationSeconds: hasEnded(status.value, endedAt.value)
      ? spanSeconds(startedAt.value, endedAt.value, duration.value)
      : null,
    progressPercent: null,
  };
  return combine(value, [name, status, startedAt, endedAt, duration]);
}
