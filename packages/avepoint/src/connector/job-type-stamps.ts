import type { CallOptions, Job, SourceWarning } from '@crossvault/core';
import { jobTypes, untyped } from '../mapping/map-kind.ts';
import type { BoundedSpan } from './list-filter.ts';
import type { RowsSource } from './read-rows.ts';
import { type FoundTypes, readTypedLists, type TypedLists } from './typed-lists.ts';

/** Which typed list holds which job: a row does not contain its type, only the list's filter does. */
export interface JobTypeStamps {
  /** The stamp that is known of a job without a request; null where none is. */
  find(location: string, id: string): string | null;
  /** Stamps by native id, for the jobs with a readable start; the others cannot be looked up and have none. */
  stamp(
    location: string,
    jobs: readonly Job[],
    call: CallOptions,
  ): Promise<{ readonly stamps: ReadonlyMap<string, string>; readonly warnings: readonly SourceWarning[] }>;
}

/** Number of cached stamps of one location. Evicted stamps are requested again. */
const capacity = 20_000;

export function createJobTypeStamps(source: RowsSource, concurrency: number): JobTypeStamps {
  const remembered = new Map<string, Map<string, string>>();
  const recall = (location: string, id: string): string | undefined => remembered.get(location)?.get(id);

  function remember(location: string, id: string, stamp: string): void {
    const stamps = remembered.get(location) ?? new Map<string, string>();
    remembered.set(location, stamps.set(id, stamp));
    const [oldest] = stamps.keys();
    if (stamps.size > capacity && oldest !== undefined) stamps.delete(oldest);
  }

  /** A stamp that was stored with its job is reliable; `untyped` may result from a truncated list. */
  async function recallStamps(location: string, jobs: readonly Job[], call: CallOptions): Promise<void> {
    const { recall: recallStored } = call;
    const ids = jobs.map(({ nativeId }) => nativeId).filter((id) => recall(location, id) === undefined);
    if (recallStored === undefined || ids.length === 0) return;
    for (const [id, { jobType }] of await recallStored(location, ids)) {
      if (jobTypes.some(({ stamp }) => stamp === jobType)) remember(location, id, jobType ?? untyped);
    }
  }

  return Object.freeze({
    find: (location: string, id: string) => recall(location, id) ?? null,
    async stamp(location: string, jobs: readonly Job[], call: CallOptions) {
      const stamps = new Map<string, string>();
      const unstamped: Job[] = [];
      const dated = jobs.filter(({ startedAt }) => startedAt !== null);
      await recallStamps(location, dated, call);
      for (const job of dated) {
        const stamp = recall(location, job.nativeId);
        if (stamp === undefined) unstamped.push(job);
        else stamps.set(job.nativeId, stamp);
      }
      if (unstamped.length === 0) return { stamps, warnings: [] };
      const { seen, warnings } = await readSoundly(source, { location, spans: spansOf(unstamped), concurrency }, call);
      const isSound = !warnings.includes('filter-ignored');
      for (const [id, types] of seen) if (isSound || isInEvery(types)) remember(location, id, stampOf(types));
      for (const { nativeId, ended } of unstamped) {
        stamps.set(nativeId, stampOf(seen.get(nativeId)));
        // A truncated list does not prove a job's absence, and a new job may appear in its typed list later.
        if (!seen.has(nativeId) && warnings.length === 0 && ended) remember(location, nativeId, untyped);
      }
      return { stamps, warnings };
    },
  });
}

/** Starts further apart than this are requested separately, so that one stray date does not cause a request for the whole range. */
const farApartMs = 31 * 86_400_000;

/** The spans of the starts, each up to its last end: the vendor does not say which of them its range is about. */
function spansOf(jobs: readonly Job[]): BoundedSpan[] {
  const spans: { from: string; to: string }[] = [];
  const ordered = jobs.flatMap(({ startedAt, endedAt }) =>
    startedAt === null ? [] : [{ from: startedAt, to: endedAt ?? startedAt }],
  );
  for (const { from, to } of ordered.sort((one, other) => (one.from < other.from ? -1 : 1))) {
    const last = spans.at(-1);
    const latest = [from, to, last?.to ?? from].sort().at(-1) ?? to;
    if (last === undefined || Date.parse(from) - Date.parse(last.to) > farApartMs) spans.push({ from, to: latest });
    else last.to = latest;
  }
  return spans;
}

/** Maximum number of readings while a list returns rows that its filter excludes: the first time may be a temporary fault. */
const mostReadings = 3;

async function readSoundly(source: RowsSource, lists: TypedLists, call: CallOptions): Promise<FoundTypes> {
  let found = await readTypedLists(source, lists, call);
  for (let reading = 1; reading < mostReadings && isAccident(found); reading += 1) {
    found = await readTypedLists(source, lists, call);
  }
  return found;
}

/** A job in every list means that the vendor never filters, so another reading does not help. */
const isInEvery = (stamps: ReadonlySet<string>): boolean => stamps.size === jobTypes.length;

const isAccident = ({ seen, warnings }: FoundTypes): boolean =>
  warnings.includes('filter-ignored') && ![...seen.values()].some(isInEvery);

/** A job in two typed lists comes from a list that ignores its filter, so its type is unknown. */
function stampOf(stamps: ReadonlySet<string> | undefined): string {
  const [stamp] = stamps ?? [];
  return stamp === undefined || stamps?.size !== 1 ? untyped : stamp;
}
