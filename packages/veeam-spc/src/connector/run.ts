import {
  computed,
  hasEnded,
  type JobStatus,
  missing,
  parseInstant,
  type Reading,
  readDuration,
  readInstant,
  unreadable,
} from '@crossvault/contract';
import { isOpen, readStatus } from './map-status.ts';
import { type AgentJobWire, either } from './wire.ts';

/** The one run that an agent's job tells of. */
export interface Run {
  /** What tells this run from the job's other runs: the end of its key. */
  readonly key: readonly string[];
  readonly startedAt: Reading<string | null>;
}

export const readJobStatus = (job: AgentJobWire): Reading<JobStatus> =>
  readStatus(either(job.lastSessionStatus, job.lastSessionStatusId));

/**
 * Which run it is; null when the job never ran. Whether `lastRun` moves when a run starts or when it ends is not
 * documented. `endedRun` is the `lastRun` that was last seen ended, where somebody remembers it: an open status over
 * that very instant can only be the run after it, whose own start is not known yet.
 */
export function readRun(job: AgentJobWire, endedRun: string | null): Run | null {
  const startedAt = readInstant(job.lastRun);
  if (startedAt.provenance === 'missing') return null;
  if (startedAt.value === null) return { key: ['unread'], startedAt };
  const ended = parseInstant(endedRun);
  const isNext = ended.kind === 'instant' && ended.instant === startedAt.value && isOpen(readJobStatus(job).value);
  if (!isNext) return { key: [startedAt.value], startedAt };
  return { key: ['after', startedAt.value], startedAt: { ...missing(null), anomalies: ['start-unknown'] } };
}

/** v2 gives no end. The page names no unit of `lastDuration` either; v3's is seconds. */
export function readEnd(job: AgentJobWire, run: Run): Reading<string | null> {
  if (!hasEnded(readJobStatus(job).value, null)) return missing(null);
  const duration = readDuration(job.lastDuration, 'seconds');
  if (run.startedAt.value === null || duration.value === null) {
    const parts = [run.startedAt, duration];
    return parts.some(({ provenance }) => provenance === 'unreadable') ? unreadable(null) : missing(null);
  }
  const end = parseInstant(new Date(Date.parse(run.startedAt.value) + duration.value * 1000).toISOString());
  return end.kind === 'instant' ? computed(end.instant) : unreadable(null);
}

/** Counts only once the run has ended; what the field holds while one is open is not documented. */
export function readRunSeconds(job: AgentJobWire): Reading<number | null> {
  const duration = readDuration(job.lastDuration, 'seconds');
  return duration.value === null ? duration : computed(duration.value);
}
