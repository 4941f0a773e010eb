import { type CallOptions, CrossvaultError, type Job } from '@crossvault/core';
import { expect, test } from 'vitest';
import type { JobsQuery } from '../client/client.ts';
import { jobMapper } from '../mapping/map-job.ts';
import { createJobTypeStamps } from './job-type-stamps.ts';
import type { RowsSource } from './read-rows.ts';

const call = { signal: new AbortController().signal };

function jobWith(id: string, startTime: unknown = '2026-01-05T10:00:00Z', finishTime: unknown = null): Job {
  const context = { connection: 'm365', list: '', observedAt: '2026-01-06T00:00:00.000Z' };
  const result = jobMapper.map({ list: { id, state: 'Finished', startTime, finishTime } }, context);
  if (result.kind === 'rejected') throw new Error('rejected');
  return result.record.job;
}

/** Stamps over lists that answer with ids; `answer` may fail, or leave the filter aside. */
function stampsOver(answer: (query: JobsQuery, call: CallOptions) => Promise<object> | object, concurrency = 2) {
  const asked: JobsQuery[] = [];
  const client: RowsSource['client'] = {
    listUrl: 'https://graph-us.example/backup/m365/cloudbackupjobs',
    async listJobs(query, options) {
      asked.push(query);
      return { body: await answer(query, options), response: new Response() };
    },
    followJobs: () => Promise.reject(new Error('no link was given')),
  };
  return { asked, stamps: createJobTypeStamps({ client, connection: 'm365' }, concurrency) };
}
const rows = (ids: readonly string[], metadata: object = { nextLink: '' }) => ({
  data: ids.map((id) => ({ id })),
  metadata,
});
const byType =
  (lists: Partial<Record<number, readonly string[]>>) =>
  ({ jobType = 0 }: JobsQuery) =>
    rows(lists[jobType] ?? []);

test('a job has the stamp of the typed list that holds it, and 0 when none does', async () => {
  const { stamps } = stampsOver(byType({ 1: ['b'], 2: ['r'], 3: ['e'], 4: ['d'], 5: ['t'] }));
  const jobs = ['b', 'r', 'e', 'd', 't', 'x'].map((id) => jobWith(id));
  const result = await stamps.stamp('', jobs, call);
  expect([...result.stamps]).toEqual([
    ['b', '1'],
    ['r', '2'],
    ['e', '3'],
    ['d', '4'],
    ['t', '5'],
    ['x', '0'],
  ]);
  expect(result.warnings).toEqual([]);
});

test('the lists are asked for the days of the starts, up to the last end, a day wider on each side', async () => {
  const { asked, stamps } = stampsOver(byType({}));
  await stamps.stamp('NAM', [jobWith('a', '2026-01-05T00:00:00Z', '2026-01-09T01:00:00Z'), jobWith('b')], call);
  expect(asked.map(({ jobType }) => jobType).sort()).toEqual([1, 2, 3, 4, 5]);
  for (const query of asked)
    expect(query).toMatchObject({ startTime: '2026-01-04', finishTime: '2026-01-10', location: 'NAM', pageIndex: 0 });
});

test('a start far from the others is requested apart', async () => {
  const { asked, stamps } = stampsOver(byType({}));
  await stamps.stamp(
    '',
    [jobWith('a'), jobWith('b', '2001-02-03T00:00:00Z'), jobWith('c', '2026-01-20T00:00:00Z')],
    call,
  );
  const spans = new Set(asked.map(({ startTime, finishTime }) => `${startTime} ${finishTime}`));
  expect([...spans]).toEqual(['2001-02-02 2001-02-04', '2026-01-04 2026-01-21']);
  expect(asked).toHaveLength(10);
});

test('what was stamped once is not requested again, neither are those that the lists showed beside it', async () => {
  const { asked, stamps } = stampsOver(byType({ 1: ['a', 'b'] }));
  await stamps.stamp('', [jobWith('a'), jobWith('x')], call);
  const again = await stamps.stamp('', [jobWith('b'), jobWith('x'), jobWith('a')], call);
  expect([...again.stamps]).toEqual([
    ['b', '1'],
    ['x', '0'],
    ['a', '1'],
  ]);
  expect(asked).toHaveLength(5);
});

test('locations are kept apart', async () => {
  const { asked, stamps } = stampsOver(byType({ 1: ['a'] }));
  await stamps.stamp('NAM', [jobWith('a')], call);
  await stamps.stamp('EUR', [jobWith('a')], call);
  expect(asked).toHaveLength(10);
});

test.each([[null], ['yesterday']])('a job whose start is %j is not looked up', async (startTime) => {
  const { asked, stamps } = stampsOver(byType({ 1: ['a'] }));
  const known = await stamps.stamp('', [jobWith('a')], call);
  expect(known.stamps.get('a')).toBe('1');
  const result = await stamps.stamp('', [jobWith('a', startTime), jobWith('z', startTime)], call);
  expect(result.stamps.size).toBe(0);
  expect(asked).toHaveLength(5);
});

test('lists that ignore the filter do not give a type, with a warning; they are not requested again', async () => {
  const { asked, stamps } = stampsOver(() => rows(['a']));
  const result = await stamps.stamp('', [jobWith('a')], call);
  expect([result.stamps.get('a'), result.warnings]).toEqual(['0', ['filter-ignored']]);
  await stamps.stamp('', [jobWith('a')], call);
  expect(asked).toHaveLength(5);
});

test('what a list shows from outside of its days says nothing, and the lists are asked again', async () => {
  let forgets = true;
  const far = { id: 'far', startTime: '2025-06-01T00:00:00Z', finishTime: '2025-06-01T01:00:00Z' };
  const { asked, stamps } = stampsOver(({ jobType }) => {
    const forgotten = jobType === 1 && forgets;
    if (forgotten) forgets = false;
    return { data: forgotten ? [{ id: 'a' }, far] : [], metadata: { nextLink: '' } };
  });
  expect(await stamps.stamp('', [jobWith('a')], call)).toEqual({ stamps: new Map([['a', '0']]), warnings: [] });
  expect(asked).toHaveLength(10);
  await stamps.stamp('', [jobWith('far', far.startTime, far.finishTime)], call);
  expect(asked).toHaveLength(15);
});

test('a type that two lists still claim is used once, logged, and not cached', async () => {
  const { asked, stamps } = stampsOver(({ jobType }) => rows(jobType === 1 || jobType === 4 ? ['a'] : []));
  const result = await stamps.stamp('', [jobWith('a')], call);
  expect(result).toEqual({ stamps: new Map([['a', '0']]), warnings: ['filter-ignored'] });
  expect(asked).toHaveLength(15);
  await stamps.stamp('', [jobWith('a')], call);
  expect(asked).toHaveLength(30);
});

test('a list that forgets the filter for once is asked again, and nothing wrong is remembered', async () => {
  let forgets = true;
  const { stamps } = stampsOver(({ jobType }) => {
    const forgotten = jobType === 3 && forgets;
    if (forgotten) forgets = false;
    return rows(forgotten || jobType === 1 ? ['a'] : []);
  });
  expect(await stamps.stamp('', [jobWith('a')], call)).toEqual({ stamps: new Map([['a', '1']]), warnings: [] });
});

test('a job that is still open and in no typed list is looked up again', async () => {
  let known: readonly string[] = [];
  const { stamps } = stampsOver(({ jobType }) => rows(jobType === 2 ? known : []));
  const open = { ...jobWith('a'), ended: false };
  expect((await stamps.stamp('', [open], call)).stamps.get('a')).toBe('0');
  known = ['a'];
  expect((await stamps.stamp('', [open], call)).stamps.get('a')).toBe('2');
});

test('a typed list is read to its end', async () => {
  const ids = Array.from({ length: 250 }, (_, index) => `job-${index}`);
  const { stamps } = stampsOver(({ jobType, pageIndex = 0, pageSize = 0 }) =>
    jobType === 1 ? rows(ids.slice(pageIndex * pageSize, (pageIndex + 1) * pageSize), { totalNumber: 250 }) : rows([]),
  );
  expect((await stamps.stamp('', [jobWith('job-249')], call)).stamps.get('job-249')).toBe('1');
});

test('what a list that was cut short did not show is 0 for now, with a warning, and requested again', async () => {
  const { asked, stamps } = stampsOver(({ jobType }) => rows([], { totalCount: jobType === 3 ? 9 : 0 }));
  const first = await stamps.stamp('', [jobWith('a')], call);
  expect(first).toEqual({ stamps: new Map([['a', '0']]), warnings: ['list-ended-early'] });
  await stamps.stamp('', [jobWith('a')], call);
  expect(asked).toHaveLength(10);
});

test('a failing list fails the whole, and the requests beside it are cancelled', async () => {
  const given: AbortSignal[] = [];
  const { stamps } = stampsOver(({ jobType }, { signal }) => {
    given.push(signal);
    if (jobType === 2) throw new CrossvaultError({ code: 'source-error', message: 'broken' });
    return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
  }, 5);
  await expect(stamps.stamp('', [jobWith('a')], call)).rejects.toMatchObject({ code: 'source-error' });
  expect(given.map((signal) => signal.aborted)).toEqual([true, true, true, true, true]);
});

test('no more requests are in progress than the connection may have', async () => {
  let [underWay, most] = [0, 0];
  const { stamps } = stampsOver(async () => {
    underWay += 1;
    most = Math.max(most, underWay);
    await Promise.resolve();
    underWay -= 1;
    return rows([]);
  }, 2);
  await stamps.stamp('', [jobWith('a')], call);
  expect(most).toBe(2);
});

test('stored types are not requested again, except for a stamp without a type', async () => {
  const { asked, stamps } = stampsOver(byType({ 2: ['b'] }));
  const contextWith = (jobType: string | null) => ({ connection: 'm365', list: '', observedAt: '', jobType });
  const recall = async () =>
    new Map([
      ['a', contextWith('3')],
      ['b', contextWith('0')],
    ]);
  expect([...(await stamps.stamp('', [jobWith('a')], { ...call, recall })).stamps]).toEqual([['a', '3']]);
  expect(asked).toHaveLength(0);
  expect((await stamps.stamp('', [jobWith('b')], { ...call, recall })).stamps.get('b')).toBe('2');
  expect(asked).toHaveLength(5);
});
