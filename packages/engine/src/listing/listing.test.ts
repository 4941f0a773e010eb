import {
  CrossvaultError,
  type ErrorCode,
  type JobList,
  jobPageSchema,
  type SourceWarning,
  toProblem,
} from '@crossvault/core';
import { createFakeConnector, createFakeVendor, createManualClock, makeJob } from '@crossvault/testkit';
import PQueue from 'p-queue';
import { describe, expect, test } from 'vitest';
import { createSource } from '../connections/source.ts';
import { completeConnection } from '../engine-defaults.ts';
import { planList, resolveCriteria } from './list-plan.ts';
import { createListStream, type ListStream, newNotes, type ReadingNotes } from './list-stream.ts';
import { commonWindow, jointFault, type Listing, reportSource, SourcesError, toJobPage, toJobView } from './listing.ts';

const nowMs = Date.parse('2026-03-02T12:00:00.000Z');
const { criteria } = resolveCriteria(
  { startedAfter: '2026-03-01T00:00:00Z' },
  { sort: '-startedAt', cursor: null },
  { nowMs, readsVendors: true },
);
const connection = completeConnection({ name: 'here', connector: createFakeConnector('here', createFakeVendor()) });
const source = createSource(connection, createManualClock(), new PQueue());
const faultOf = (code: ErrorCode, retryAfterSeconds?: number) =>
  new CrossvaultError({ code, message: `It is ${code}.`, retryAfterSeconds });

async function streamOf(
  key: string,
  { failure, ...change }: Partial<ReadingNotes> & { readonly failure?: CrossvaultError } = {},
): Promise<ListStream> {
  const list: JobList = { key, order: 'none', nativeFilters: [] };
  const notes = Object.assign(newNotes(nowMs), change);
  const stream = createListStream(planList('here', list, criteria, null), notes, {
    position: null,
    next: async () => {
      if (failure !== undefined) throw failure;
      return null;
    },
  });
  await stream.fill();
  return stream;
}
const report = (streams: readonly ListStream[], failure: CrossvaultError | null = null) =>
  reportSource({ source, streams, failure, stored: null }, criteria, 3, false);

describe('the report of a source', () => {
  test('that answered in full is ok, as of its oldest reading', async () => {
    const streams = [await streamOf('a'), await streamOf('b', { readAtMs: nowMs - 5_000 })];
    expect(report(streams)).toMatchObject({
      connection: 'here',
      status: 'ok',
      count: 3,
      asOf: '2026-03-02T11:59:55.000Z',
      problem: null,
    });
  });

  test('that has no list is ok', () => {
    expect(report([])).toMatchObject({ status: 'ok', window: { startedAfter: '2026-03-01T00:00:00.000Z' } });
  });

  test('of which a list failed is partial where something came, and failed where nothing did', async () => {
    const failure = faultOf('source-throttled', 7);
    expect(report([await streamOf('a'), await streamOf('b', { failure })])).toMatchObject({
      status: 'partial',
      problem: { code: 'source-throttled', source: 'here' },
      retryAfterSeconds: 7,
    });
    expect(report([await streamOf('a', { failure, answered: true })]).status).toBe('partial');
    expect(report([await streamOf('a', { failure })])).toMatchObject({ status: 'failed', asOf: null });
  });

  test('whose lists could not be named failed', () => {
    expect(report([], faultOf('source-unreachable'))).toMatchObject({
      status: 'failed',
      problem: { code: 'source-unreachable' },
    });
  });

  test.each<[SourceWarning, string]>([
    ['list-ended-early', 'partial'],
    ['link-refused', 'partial'],
    ['order-broken', 'ok'],
    ['filter-ignored', 'ok'],
  ])('that warns of %s is %s', async (warning, status) => {
    const streams = [
      await streamOf('a', { warnings: new Set([warning]) }),
      await streamOf('b', { warnings: new Set([warning]) }),
    ];
    expect(report(streams)).toMatchObject({ status, warnings: [warning] });
  });

  test('counts all rejected records and shows some of them', async () => {
    const rejected = Array.from({ length: 25 }, () => ({ nativeId: null, reason: 'not-an-object' as const, value: 1 }));
    const { status, ...shown } = report([
      await streamOf('a', { rejected, withoutRun: 2 }),
      await streamOf('b', { withoutRun: 3 }),
    ]);
    expect({
      status,
      count: shown.rejected.count,
      items: shown.rejected.items.length,
      withoutRun: shown.withoutRun,
    }).toEqual({
      status: 'partial',
      count: 25,
      items: 20,
      withoutRun: 5,
    });
  });
});

describe('the fault of all sources', () => {
  const failed = (code: ErrorCode) => ({ ...report([]), status: 'failed' as const, problem: toProblem(faultOf(code)) });

  test.each<[ErrorCode[], string]>([
    [['secret-missing', 'authentication-failed'], 'sources-not-set-up'],
    [['source-timeout', 'source-timeout'], 'sources-timed-out'],
    [['source-timeout', 'secret-missing'], 'sources-failed'],
    [['source-unreachable'], 'sources-failed'],
  ])('%j is %s', (codes, joint) => {
    expect(jointFault(codes.map(failed))).toBe(joint);
  });

  test('says what each of them said', () => {
    const { message, sources } = new SourcesError('sources-failed', [
      failed('source-timeout'),
      report([]),
      failed('source-unreachable'),
    ]);
    expect(message).toBe('a source: It is source-timeout. a source: It is source-unreachable.');
    expect(sources).toHaveLength(3);
    expect(new SourcesError('sources-incomplete', [report([])]).message).toBe('Not every source is complete.');
  });
});

test('the common window is what every source covers', () => {
  const windowed = (startedAfter: string | null) => ({ ...report([]), window: { startedAfter, startedBefore: null } });
  const [early, late] = ['2026-02-01T00:00:00.000Z', '2026-03-02T00:00:00.000Z'];
  expect(commonWindow([windowed(early), windowed(null)], criteria).startedAfter).toBe('2026-03-01T00:00:00.000Z');
  expect(commonWindow([windowed(early), windowed(late)], criteria).startedAfter).toBe(late);
});

describe('a page as it is shown', () => {
  const task = {
    name: 't',
    status: 'succeeded',
    nativeStatus: null,
    startedAt: null,
    endedAt: null,
    durationSeconds: null,
    progressPercent: null,
  } as const;
  const job = makeJob('here', '1', { tasks: [task], nativeStatus: 'password=hunter2' });
  const rejected = { count: 1, items: [{ nativeId: null, reason: 'not-an-object' as const, value: { token: 'abc' } }] };
  const listing: Listing = {
    records: [{ job, raw: { list: { secret: 'hunter2' } } }],
    next: null,
    window: { startedAfter: null, startedBefore: null },
    complete: false,
    sources: [{ ...report([]), rejected }],
  };

  test('has tasks and raw values only where they were asked for', async () => {
    const bare = await toJobPage(listing, { raw: false, tasks: false });
    expect(bare.data[0]).not.toHaveProperty('tasks');
    expect(bare.data[0]).not.toHaveProperty('raw');
    expect(bare.sources[0]?.rejected).toEqual({ count: 1, items: [{ nativeId: null, reason: 'not-an-object' }] });
    const whole = await toJobPage(listing, { raw: true, tasks: true });
    expect(whole.data[0]).toMatchObject({ tasks: [task], raw: { list: {} } });
    expect(jobPageSchema.parse(whole)).toEqual(whole);
  });

  test('holds no secret, neither in a job nor in raw values nor in rejected records', async () => {
    const text = JSON.stringify(await toJobPage(listing, { raw: true, tasks: true }));
    expect(text).not.toContain('hunter2');
    expect(text).not.toContain('abc');
  });

  test('names the address of each job', () => {
    expect(toJobView({ job, raw: {} }, { raw: false }).links.self).toBe(`/v1/jobs/${job.id}`);
  });
});
