import {
  combine,
  hasEnded,
  isJsonObject,
  type JobTask,
  missing,
  parseWire,
  type Reading,
  readInstant,
  readText,
  spanSeconds,
  Unreadable,
  unreadable,
} from '@crossvault/core';
import type { JobAnswer } from './job-answer.ts';
import { readStatus } from './map-status.ts';
import { type SessionItemWire, sessionItemWire, within } from './wire.ts';

/** The resources of a session, each a task: only these say which machines failed. */
export function readTasks({ id, objects }: JobAnswer): Reading<JobTask[]> {
  if (objects === undefined || objects === null) return missing([]);
  if (!Array.isArray(objects)) return unreadable([]);
  const tasks = objects.map((row: unknown) =>
    isJsonObject(row) ? readTask(parseWire(sessionItemWire, row), id) : unreadable(null),
  );
  return combine(
    tasks.flatMap(({ value }) => value ?? []),
    tasks,
  );
}

/** The run of this session, else the last that is reported. */
function runOf({ runs }: SessionItemWire, sessionId: string) {
  if (runs instanceof Unreadable) return runs;
  const known = (runs ?? []).flatMap((run) => (run && !(run instanceof Unreadable) ? [run] : []));
  const own = known.find(({ jobSessionId }) => readText(jobSessionId).value?.toLowerCase() === sessionId.toLowerCase());
  return own ?? known.at(-1) ?? null;
}

function readTask(item: SessionItemWire, sessionId: string): Reading<JobTask> {
  const run = runOf(item, sessionId);
  const display = readText(within(item.resource, (resource) => resource.displayName));
  const plain = readText(within(item.resource, (resource) => resource.name));
  const word = within(run, ({ status }) => status);
  const status = readStatus(word);
  const startedAt = readInstant(within(run, ({ startTime }) => startTime));
  const endedAt = readInstant(within(run, ({ endTime }) => endTime));
  const isOver = hasEnded(status.value, endedAt.value);
  const value: JobTask = {
    name: display.value ?? plain.value ?? readText(within(item.resource, (resource) => resource.id)).value ?? '',
    status: status.value,
    nativeStatus: readText(word).value,
    startedAt: startedAt.value,
    endedAt: endedAt.value,
    durationSeconds: isOver ? spanSeconds(startedAt.value, endedAt.value, null) : null,
    progressPercent: null,
  };
  return combine(value, [status, startedAt, endedAt]);
}
