import { type JobList, type JobQuery, type JobRecord, type JobSort, type ListPage, toJobId } from '@crossvault/core';
import type { Position } from '@crossvault/core/store';
import { createFakeConnector, createFakeVendor, createManualClock, makeJob } from '@crossvault/testkit';
import PQueue from 'p-queue';
import { createSource } from '../connections/source.ts';
import { completeConnection } from '../engine-defaults.ts';
import { type ListPlan, planList, resolveCriteria } from '../listing/list-plan.ts';
import type { ListStream } from '../listing/list-stream.ts';
import { createHeldLists } from '../listing/live/held-lists.ts';
import type { Reading } from '../listing/live/vendor-pages.ts';

/** A page of a list that a test gives: its jobs, and what else it has. */
export interface GivenPage extends Partial<Omit<ListPage, 'records' | 'next'>> {
  readonly jobs: readonly JobRecord[];
}

export interface ReadingOptions {
  readonly list?: Partial<JobList>;
  readonly query?: JobQuery;
  readonly sort?: JobSort;
  readonly limit?: number;
  readonly position?: Position | null;
  readonly mayUseHeld?: boolean;
}

/** A reading of one list: what a stream gets, and the requests that it made. */
export interface ListReading {
  readonly reading: Reading;
  readonly plan: ListPlan;
  readonly requests: { readonly startedBefore: string | null; readonly token: string | null }[];
}

const nowMs = Date.parse('2026-03-02T12:00:00.000Z');

export const startAt = (minute: number): string => new Date(Date.UTC(2026, 2, 2, 10, minute)).toISOString();

/** A job that began in this minute of an hour, or never. */
export function jobAt(minute: number | null, nativeId = `m-${minute}`): JobRecord {
  const startedAt = minute === null ? null : startAt(minute);
  const job = makeJob('here', nativeId, { startedAt, id: toJobId('here', [nativeId]) });
  return { key: [nativeId], job, raw: {}, context: { connection: 'here', list: 'jobs', observedAt: job.observedAt } };
}

/** Each reading of the list gives the next of these, page by page; the last one again and again. */
export function createListReading(
  readings: readonly (readonly GivenPage[])[],
  options: ReadingOptions = {},
): ListReading {
  const { list = {}, query = { startedAfter: 'all' }, sort = '-startedAt', limit = 10, position = null } = options;
  const requests: ListReading['requests'] = [];
  let index = -1;
  const { criteria } = resolveCriteria(query, { sort, cursor: null }, { nowMs, readsVendors: sort !== 'startedAt' });
  const { signal } = new AbortController();
  const vendor = createFakeConnector('here', createFakeVendor());
  const clock = createManualClock();
  const whole: JobList = { key: 'jobs', order: 'newest-first', nativeFilters: ['startedBefore'], ...list };
  return {
    requests,
    plan: { ...planList('here', whole, criteria, null), position },
    reading: {
      source: createSource(
        completeConnection({ name: 'here', connector: vendor, concurrency: 1 }),
        clock,
        new PQueue(),
      ),
      criteria,
      deadline: { signal, release: () => undefined },
      nowMs,
      limit,
      held: createHeldLists(clock),
      mayUseHeld: options.mayUseHeld ?? false,
      async askPage(plan, { token }) {
        requests.push({ startedBefore: plan.query.startedBefore, token });
        if (token === null) index = Math.min(index + 1, readings.length - 1);
        const pages = readings[index] ?? [];
        const at = Number(token ?? 0);
        const { jobs, ...page } = pages[at] ?? { jobs: [] };
        const next = at + 1 < pages.length ? String(at + 1) : null;
        return { rejected: [], withoutRun: 0, warnings: [], ...page, records: [...jobs], next };
      },
    },
  };
}

/** Everything that a stream gives, by native id. */
export async function drain(stream: ListStream): Promise<readonly string[]> {
  const ids: string[] = [];
  for (await stream.fill(); stream.head !== null; await stream.fill()) {
    ids.push(stream.head.job.nativeId);
    stream.take();
  }
  return ids;
}
