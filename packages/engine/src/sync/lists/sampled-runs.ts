import type { JobList, JobRecord } from '@crossvault/core';
import type { PutObservation, StoredJob } from '@crossvault/core/store';
import { connectionOf, type ReadRow, type SyncParts } from '../sync-parts.ts';
import { syncTiming, within } from '../sync-timing.ts';
import type { Definition, ListState } from './list-state.ts';

/** Where a vendor shows only the latest run of each definition, the stored state decides to which run a row belongs. */

const definitionOf = ({ connector }: Pick<SyncParts, 'connector'>, { key }: JobRecord): string =>
  JSON.stringify(connector.definitionOf?.(key) ?? key);

const isOpen = ({ job }: JobRecord): boolean => !job.ended && job.status !== 'unknown';

const endedRunOf = ({ record }: StoredJob): string | null => record.context['endedRun'] ?? null;

/**
 * The rows as observations of runs. An open row whose own run is remembered as ended is the run after it, whose start is
 * not known yet; the next run with a start of its own completes that one, which keeps its id.
 */
export async function toRuns(
  parts: SyncParts,
  list: JobList,
  rows: readonly ReadRow[],
): Promise<readonly PutObservation[]> {
  const { connector, store } = parts;
  const open = await store.openJobs(connectionOf(parts), list.key);
  const unfinished = new Map(
    open.filter((job) => endedRunOf(job) !== null).map((job) => [definitionOf(parts, job.record), job]),
  );
  const observations: PutObservation[] = [];
  for (const { record, number } of rows) {
    const next = isOpen(record) ? await toNextRun(parts, record) : null;
    const before = unfinished.get(definitionOf(parts, record));
    const completes =
      next === null && before !== undefined && (record.job.startedAt ?? '') > (endedRunOf(before) ?? '');
    observations.push({
      record: next ?? record,
      mapperVersion: connector.mapperVersion,
      number,
      ...(completes ? { knownAs: before.id } : {}),
    });
  }
  return observations;
}

async function toNextRun({ connector, store }: SyncParts, record: JobRecord): Promise<JobRecord | null> {
  const known = await store.getJob(record.job.id);
  if (known === null || known.known.result === null) return null;
  const result = connector.mapJob(record.raw, { ...record.context, endedRun: record.job.startedAt });
  return result.kind === 'job' && result.record.job.id !== record.job.id ? result.record : null;
}

/** What these rows say about the schedules of their definitions, and how many runs were never shown. */
export function noteRuns(
  parts: Pick<SyncParts, 'connector'>,
  state: ListState,
  records: readonly JobRecord[],
): Pick<ListState, 'definitions' | 'missedRuns'> {
  const definitions = { ...state.definitions };
  let { missedRuns } = state;
  for (const record of records) {
    const name = definitionOf(parts, record);
    const run = record.job.startedAt;
    const next = record.job.plan?.nextRunAt ?? null;
    const before = definitions[name] ?? { run: null, next: null, everySeconds: null };
    missedRuns += countMissed(before, run, next);
    definitions[name] = { run: run ?? before.run, next, everySeconds: shortestOf(before, next) };
  }
  return { definitions, missedRuns };
}

const secondsBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 1000;

function shortestOf({ next: before, everySeconds }: Definition, next: string | null): number | null {
  if (before === null || next === null || next <= before) return everySeconds;
  return Math.min(everySeconds ?? Number.POSITIVE_INFINITY, secondsBetween(before, next));
}

/** A run was due, and the one that came instead is at least one interval later. */
function countMissed(
  { run: former, next: due, everySeconds }: Definition,
  run: string | null,
  next: string | null,
): number {
  if (former === null || due === null || run === null || run <= former || due <= former) return 0;
  const interval = everySeconds ?? (next !== null && next > run ? secondsBetween(run, next) : null);
  if (interval === null || interval <= 0) return 0;
  return Math.max(0, Math.round(secondsBetween(due, run) / interval));
}

/** Half the shortest interval between runs, so that no run begins and ends between two readings. */
export function sampledWaitMs({ definitions }: ListState): number {
  const intervals = Object.values(definitions).flatMap(({ everySeconds }) => everySeconds ?? []);
  return within(Math.min(...intervals) * 500, syncTiming.activeMs, syncTiming.idleMs);
}
