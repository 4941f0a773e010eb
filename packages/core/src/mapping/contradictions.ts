import type { AnomalyCode, JobStatus, JobTask } from '../model/job.ts';
import { toEpochMs } from '../values/instant.ts';
import type { MappedValues } from './rule-table.ts';

/** The values that were read of a job, and what was derived from them so far. */
export interface ContradictionFacts {
  readonly read: MappedValues;
  /** The status after it was checked against counts, tasks and errors. */
  readonly status: JobStatus;
  readonly ended: boolean;
  /** End minus start; else the vendor's own duration. In seconds. */
  readonly durationSeconds: number | null;
  /** How far the vendor's own duration may differ from that. */
  readonly durationToleranceSeconds: number;
  /** When the job was read. */
  readonly observedAt: string;
}

/** Two fields of one record that cannot both be true. */
interface Contradiction {
  readonly code: AnomalyCode;
  /** It holds only where at least one of these is there: bits of {@link present}. */
  readonly needs: number;
  /** Whether it can still be detected in a mapped job, which no longer holds the vendor's original values. */
  readonly leavesTrace: boolean;
  holds(facts: ContradictionFacts): boolean;
}

/** A time may be this far ahead of the local clock before it counts as in the future, because clocks differ. */
const clockToleranceMs = 5 * 60_000;

const openStatuses: ReadonlySet<JobStatus> = new Set(['queued', 'running', 'cancelling']);
const quietKinds: ReadonlySet<MappedValues['kind']> = new Set(['configure', 'delete', 'retention', 'maintenance']);

/** Whether the vendor counts failed objects, or shows failed tasks. */
export const hasFailures = ({ counts, tasks }: MappedValues): boolean =>
  (counts?.failed ?? 0) > 0 || tasks.some((task) => task.status === 'failed');

/** Whether every object that the vendor counts failed. */
export function hasOnlyFailures({ counts }: MappedValues): boolean {
  const { total, succeeded, failed, skipped } = counts ?? {};
  if (!failed || (succeeded ?? 0) > 0) return false;
  return total === null || total === undefined ? succeeded === 0 && (skipped ?? 0) === 0 : failed >= total;
}

/** Whether the vendor counts no object at all, or skipped every one that it counts. */
function countsNothing(counts: MappedValues['counts']): boolean {
  if (counts === null || (counts.succeeded ?? 0) > 0 || (counts.failed ?? 0) > 0) return counts?.total === 0;
  const { total, succeeded, failed, skipped } = counts;
  if (total !== null) return total === 0 || (skipped ?? 0) >= total;
  return succeeded === 0 && failed === 0 && skipped !== null;
}

const isFuture = (instant: string | null, observedAt: string): boolean =>
  // Instants have one text form and compare as text; the exact comparison is rarely reached.
  instant !== null && instant > observedAt && toEpochMs(instant) > toEpochMs(observedAt) + clockToleranceMs;

const isBefore = (one: string | null, other: string | null): boolean => one !== null && other !== null && one < other;

const isOddTask = ({ status, startedAt, endedAt }: JobTask): boolean =>
  isBefore(endedAt, startedAt) || (openStatuses.has(status) && endedAt !== null);

/** What a job may lack. Most jobs lack most of it, and cannot contradict themselves there. */
const present = {
  start: 1,
  end: 2,
  duration: 4,
  progress: 8,
  transferred: 16,
  counts: 32,
  tasks: 64,
  errors: 128,
} as const;

const bitOf = (value: unknown, bit: number): number => (value === null ? 0 : bit);

const presentIn = (read: MappedValues): number =>
  bitOf(read.startedAt, present.start) |
  bitOf(read.endedAt, present.end) |
  bitOf(read.durationSeconds, present.duration) |
  bitOf(read.progressPercent, present.progress) |
  bitOf(read.transferredBytes, present.transferred) |
  bitOf(read.counts, present.counts) |
  (read.tasks.length === 0 ? 0 : present.tasks) |
  (read.errors.length === 0 ? 0 : present.errors);

/**
 * Every contradiction that is checked, in the order of the model. Each makes the job a problem. A missing value (such as an
 * end that the vendor does not report) contradicts nothing and is not listed here.
 */
const contradictions: readonly Contradiction[] = [
  {
    code: 'succeeded-with-failures',
    needs: present.counts | present.tasks,
    leavesTrace: false,
    holds: ({ read }) => read.status === 'succeeded' && hasFailures(read),
  },
  {
    code: 'succeeded-with-errors',
    needs: present.errors,
    leavesTrace: false,
    holds: ({ read }) => read.status === 'succeeded' && read.errors.length > 0,
  },
  {
    code: 'all-failed',
    needs: present.counts,
    leavesTrace: false,
    holds: ({ read }) => (read.status === 'succeeded' || read.status === 'warning') && hasOnlyFailures(read),
  },
  {
    code: 'nothing-protected',
    needs: present.counts,
    leavesTrace: true,
    holds: ({ read }) => read.status === 'succeeded' && countsNothing(read.counts) && !quietKinds.has(read.kind),
  },
  {
    code: 'ended-before-start',
    needs: present.end,
    leavesTrace: true,
    holds: ({ read }) => isBefore(read.endedAt, read.startedAt),
  },
  {
    code: 'counts-disagree',
    needs: present.counts,
    leavesTrace: true,
    holds: ({ read, ended }) => countsDisagree(read.counts, ended),
  },
  {
    code: 'failed-without-failures',
    needs: present.counts,
    leavesTrace: true,
    holds: ({ read }) => {
      const counts = read.counts;
      const counted = (counts?.total ?? 0) + (counts?.succeeded ?? 0);
      return read.status === 'failed' && counts?.failed === 0 && counted > 0;
    },
  },
  { code: 'duration-disagrees', needs: present.duration, leavesTrace: false, holds: durationDisagrees },
  {
    code: 'future-start',
    needs: present.start,
    leavesTrace: true,
    holds: ({ read, observedAt }) => isFuture(read.startedAt, observedAt),
  },
  {
    code: 'future-end',
    needs: present.end,
    leavesTrace: true,
    holds: ({ read, observedAt }) => isFuture(read.endedAt, observedAt),
  },
  {
    code: 'open-with-end',
    needs: present.end,
    leavesTrace: true,
    holds: ({ read }) => openStatuses.has(read.status) && read.endedAt !== null,
  },
  {
    code: 'queued-with-progress',
    needs: present.progress,
    leavesTrace: true,
    holds: ({ read }) => read.status === 'queued' && (read.progressPercent ?? 0) > 0,
  },
  {
    code: 'succeeded-unfinished',
    needs: present.progress,
    leavesTrace: true,
    // Vendors that do not report progress send 0.
    holds: ({ read, status }) => status === 'succeeded' && (read.progressPercent || 100) < 100,
  },
  {
    code: 'skipped-with-results',
    needs: present.counts | present.transferred,
    leavesTrace: true,
    holds: ({ read }) =>
      read.status === 'skipped' && ((read.counts?.succeeded ?? 0) > 0 || (read.transferredBytes ?? 0) > 0),
  },
  {
    code: 'tasks-disagree',
    needs: present.tasks,
    leavesTrace: true,
    holds: ({ read, status }) =>
      read.tasks.some(
        (task) =>
          isOddTask(task) || (status === 'succeeded' && (task.status === 'running' || task.status === 'cancelling')),
      ),
  },
];

/** The codes of the table. Each makes its job a problem. */
export const contradictionCodes: ReadonlySet<AnomalyCode> = new Set(contradictions.map(({ code }) => code));

/** The codes that are checked again when the fields of two readings are merged. */
export const traceableCodes: ReadonlySet<AnomalyCode> = new Set(
  contradictions.filter(({ leavesTrace }) => leavesTrace).map(({ code }) => code),
);

/** The contradictions of a record, in the order of the model. */
export function findContradictions(facts: ContradictionFacts): AnomalyCode[] {
  const there = presentIn(facts.read);
  const found: AnomalyCode[] = [];
  for (const each of contradictions) if ((each.needs & there) !== 0 && each.holds(facts)) found.push(each.code);
  return found;
}

function countsDisagree(counts: MappedValues['counts'], ended: boolean): boolean {
  if (counts === null || counts.total === null) return false;
  const parts = [counts.succeeded, counts.failed, counts.skipped].filter((part) => part !== null);
  const sum = parts.reduce((total, part) => total + part, 0);
  return sum > counts.total || (ended && parts.length === 3 && sum !== counts.total);
}

function durationDisagrees({ read, durationSeconds, durationToleranceSeconds }: ContradictionFacts): boolean {
  const reported = read.durationSeconds;
  return (
    reported !== null && durationSeconds !== null && Math.abs(reported - durationSeconds) > durationToleranceSeconds
  );
}
