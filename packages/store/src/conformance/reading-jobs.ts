import {
  comparePositions,
  type Job,
  type JobCriteria,
  jobKinds,
  jobStatuses,
  jobTriggers,
  matchesCriteria,
  positionOf,
  toWords,
} from '@crossvault/contract';
import { fc } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import type { OpenStore } from './describe-store.ts';
import { asking, at, everything, firstRows, idOf, reading, readPages } from './readings.ts';

const words = ['sql', 'SQL01', 'Web-02', 'Straße', 'backup', '2026', 'x', 'ÄPFEL'];
const text = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' '));
const thing = fc.option(fc.record({ id: fc.option(text), name: fc.option(text) }));
const minute = fc.integer({ min: 0, max: 30 });
const jobs = fc.array(
  fc.record({
    connection: fc.constantFrom('one', 'two', 'three'),
    nativeId: text,
    status: fc.constantFrom(...jobStatuses),
    kind: fc.constantFrom(...jobKinds),
    trigger: fc.constantFrom(...jobTriggers),
    problem: fc.boolean(),
    target: thing,
    plan: thing,
    start: fc.option(minute),
    end: fc.option(minute),
    message: fc.option(text),
    serial: fc.nat(),
  }),
  { minLength: 150, maxLength: 150 },
);

const some = <Value>(values: readonly Value[]) =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 4 });
const filters = {
  connection: some(['one', 'two', 'three', 'none']),
  vendor: some(['fake', 'other']),
  status: some(jobStatuses),
  kind: some(jobKinds),
  trigger: some(jobTriggers),
  target: some(words),
  plan: some(words),
  nativeId: some([...words, 'sql sql']),
  problem: fc.boolean(),
};
const { connection, vendor, status, kind, trigger, target, plan, nativeId, problem } = filters;
/** Each alone, since all of them together let hardly anything through; some pairs, and any of them at once. */
const queries = fc.oneof(
  fc.constant({}),
  fc.record({ connection }),
  fc.record({ vendor }),
  fc.record({ status }),
  fc.record({ kind }),
  fc.record({ trigger }),
  fc.record({ target }),
  fc.record({ plan }),
  fc.record({ nativeId }),
  fc.record({ problem }),
  fc.record({ connection, status }),
  fc.record({ kind, problem }),
  fc.record(filters, { requiredKeys: [] }),
);
const bound = fc.option(minute.map(at), { freq: 1 });
const q = fc.oneof(
  { arbitrary: fc.constant(''), weight: 4 },
  fc.constantFrom('s', 'sql', 'web 0', 'STRA', 'äpf back', 'zz'),
);
const criteria = fc
  .record({ query: queries, since: bound, startedAfter: bound, startedBefore: bound, q })
  .map(({ q: searched, ...rest }): JobCriteria => ({ ...rest, words: toWords(searched) }));

function isMeant(job: Job, { query, ...rest }: JobCriteria): boolean {
  const isOfThese =
    (query.connection?.includes(job.connection) ?? true) && (query.vendor?.includes(job.vendor) ?? true);
  return isOfThese && matchesCriteria(job, { query, ...rest });
}

export function describeReading(open: OpenStore): void {
  describe('listing', () => {
    test('answers every filter, both ways and in pages of any size, as the live path would', async () => {
      const store = await open();
      const [sample = []] = fc.sample(jobs, { numRuns: 1, seed: 7 });
      const batch = sample.map(
        ({ start, end, message, serial, target: on, plan: by, nativeId: own, ...fields }, index) =>
          reading(fields.connection, `${own} ${index % 40 === 0 ? '' : serial}`.trim(), {
            ...fields,
            startedAt: start === null ? null : at(start),
            endedAt: end === null ? null : at(end),
            target: on === null ? null : { type: 'vm', ...on },
            plan: by === null ? null : { ...by, nextRunAt: null },
            errors: message === null ? [] : [{ code: null, message, recommendation: null, helpUrl: null, count: 1 }],
          }),
      );
      await store.putJobs(batch);
      const stored = new Map<string, Job>();
      for (const put of batch) {
        const found = await store.getJob(idOf(put));
        if (found !== null) stored.set(found.id, found.record.job);
      }
      await fc.assert(
        fc.asyncProperty(
          criteria,
          fc.constantFrom('-startedAt' as const, 'startedAt' as const),
          fc.constantFrom(1, 7, 500),
          async (wanted, sort, limit) => {
            const expected = [...stored.values()]
              .filter((job) => isMeant(job, wanted))
              .toSorted((a, b) => comparePositions(sort, positionOf(a), positionOf(b)))
              .map(({ id }) => id);
            expect(await readPages(store, wanted, sort, limit)).toEqual(expected);
          },
        ),
        { numRuns: 300 },
      );
    });

    test('gives documents as text, and tasks and raw answers where they are asked for', async () => {
      const store = await open();
      const task = {
        name: 'Take Snapshot',
        status: 'succeeded',
        nativeStatus: null,
        startedAt: null,
        endedAt: null,
        durationSeconds: 1,
        progressPercent: null,
      } as const;
      const put = reading('c', '1', { depth: 'full', tasks: [task] });
      await store.putJobs([put]);
      const [bare] = await store.listJobs(everything, firstRows);
      const { tasks, ...document } = put.record.job;
      expect(bare).toEqual({
        position: { startedAt: at(0), id: idOf(put) },
        connection: 'c',
        vendor: 'fake',
        document: JSON.stringify(document),
        tasks: null,
        raw: null,
      });
      const [rich] = await store.listJobs(everything, { ...firstRows, include: { tasks: true, raw: true } });
      expect(rich).toMatchObject({ tasks: JSON.stringify(tasks), raw: put.record.raw });
    });

    test('finds words of very different lengths, whatever else stands in the text', async () => {
      const store = await open();
      const long = `${'a'.repeat(300)}b`;
      const message = `code-0x80 <${long}> '); drop table jobs; -- 100% _done`;
      const error = { code: null, message, recommendation: null, helpUrl: null, count: 1 };
      await store.putJobs([reading('c', '1', { errors: [error] }), reading('c', '2')]);
      const find = async (q: string) => (await store.listJobs(asking({}, { words: toWords(q) }), firstRows)).length;
      expect(await find(long)).toBe(1);
      expect(await find(`${'a'.repeat(300)}c`)).toBe(0);
      expect(await find('DROP tab')).toBe(1);
      expect(await find('0x8 10 don')).toBe(1);
      expect(await find('rop')).toBe(0);
    });

    test('exports everything once, in order', async () => {
      const store = await open();
      const batch = Array.from({ length: 1201 }, (_, index) => reading('c', `${index}`, { startedAt: at(index % 50) }));
      await store.putJobs(batch);
      const ids: string[] = [];
      for await (const row of store.exportJobs(everything, firstRows)) ids.push(row.position.id);
      expect(ids).toHaveLength(batch.length);
      expect(new Set(ids).size).toBe(batch.length);
      expect(ids).toEqual(await readPages(store, everything, '-startedAt', 500));
    });
  });

  describe('what a sync asks for', () => {
    test('open jobs, of a list or of all, oldest first, without those that are gone', async () => {
      const store = await open();
      const running = [3, 1, 2].map((start) => reading('c', `${start}`, { status: 'running', startedAt: at(start) }));
      const other = reading('c', 'other', { status: 'queued', startedAt: null });
      const elsewhere = { ...other.record, context: { ...other.record.context, list: 'other' } };
      await store.putJobs([...running, { ...other, record: elsewhere }, reading('c', 'done'), reading('d', 'd')]);
      await store.markGone([idOf(reading('c', '2'))], '2027-01-01T00:00:00.000Z');
      const native = async (list: string | null) =>
        (await store.openJobs('c', list)).map(({ record }) => record.job.nativeId);
      expect(await native(null)).toEqual(['other', '1', '3']);
      expect(await native('jobs')).toEqual(['1', '3']);
    });

    test('ended jobs that were not read whole since, the urgent ones first', async () => {
      const store = await open();
      await store.putJobs([
        reading('c', 'good', { startedAt: at(9) }),
        reading('c', 'old failure', { status: 'failed', startedAt: at(1) }),
        reading('c', 'new failure', { status: 'failed', startedAt: at(2) }),
        reading('c', 'warned', { status: 'warning', startedAt: at(3) }),
        reading('c', 'skipped', { status: 'skipped', startedAt: at(10) }),
        reading('c', 'running', { status: 'running' }),
        reading('c', 'read', { depth: 'full' }),
        reading('c', 'read while open', { depth: 'full', status: 'running', observedAt: at(1) }),
        reading('c', 'read while open', { startedAt: at(5), observedAt: at(2) }),
      ]);
      const native = async (limit: number) =>
        (await store.unreadJobs('c', limit)).map(({ record }) => record.job.nativeId);
      const all = ['new failure', 'old failure', 'warned', 'skipped', 'good', 'read while open'];
      expect(await native(100)).toEqual(all);
      expect(await native(3)).toEqual(all.slice(0, 3));
    });

    test('the jobs of a list within a window, page by page', async () => {
      const store = await open();
      const batch = [null, 1, 2, 3, 4].map((start, index) =>
        reading('c', `${index}`, { startedAt: start === null ? null : at(start), status: 'running' }),
      );
      await store.putJobs([...batch, reading('d', '9', { startedAt: at(2) })]);
      const request = { connection: 'c', list: 'jobs', startedAfter: at(2), startedBefore: at(4), limit: 2 };
      const first = await store.listedJobs({ ...request, after: null });
      expect(first.map(({ startedAt }) => startedAt)).toEqual([null, at(2)]);
      const second = await store.listedJobs({ ...request, after: first.at(-1) ?? null });
      expect(second.map(({ startedAt }) => startedAt)).toEqual([at(3)]);
    });

    test('what an older version has mapped, until it is mapped anew', async () => {
      const store = await open();
      const batch = [1, 2, 3].map((number) => reading('c', `${number}`, { status: 'unknown' }));
      await store.putJobs([...batch, reading('c', 'new', {}, { mapperVersion: 2 })]);
      const remapped: string[] = [];
      for (;;) {
        const outdated = await store.outdatedJobs('c', 2, 2);
        if (outdated.length === 0) break;
        await store.remapJobs(
          outdated.map(({ id, known }) => {
            remapped.push(id);
            const record = known.list?.record ?? null;
            const list = record && { ...record, job: { ...record.job, status: 'failed' as const, ended: true } };
            return { id, list, full: null, mapperVersion: 2 };
          }),
        );
      }
      expect(remapped.toSorted()).toEqual(batch.map(idOf).toSorted());
      expect(await readPages(store, asking({ status: ['failed'] }), 'startedAt', 10)).toHaveLength(3);
      const [again] = batch;
      expect(again && (await store.getJob(idOf(again)))?.mapperVersion).toBe(2);
    });

    test('counts by status in a window, and the last successes whatever the window', async () => {
      const store = await open();
      const on = (name: string) => ({ type: 'vm', id: null, name }) as const;
      await store.putJobs([
        reading('c', '1', { startedAt: at(1), endedAt: at(2), target: on('old') }),
        reading('c', '2', { startedAt: at(5), endedAt: at(6), target: on('new') }),
        reading('c', '3', { startedAt: at(7), status: 'failed', target: on('old') }),
        reading('c', '4', { startedAt: null, status: 'queued' }),
        reading('d', '5', { startedAt: at(1), status: 'failed' }),
      ]);
      expect(await store.summary({ startedAfter: at(5), startedBefore: null })).toEqual([
        {
          connection: 'c',
          vendor: 'fake',
          counts: { succeeded: 1, failed: 1, queued: 1 },
          problems: 1,
          lastSuccessAt: at(6),
          oldestSuccess: { target: 'old', at: at(2) },
        },
        { connection: 'd', vendor: 'fake', counts: {}, problems: 0, lastSuccessAt: null, oldestSuccess: null },
      ]);
      await store.putJobs([
        reading('c', '2', { startedAt: at(5), status: 'failed', observedAt: '2026-02-01T00:00:00.000Z' }),
      ]);
      const [after] = await store.summary({ startedAfter: null, startedBefore: null });
      expect(after).toMatchObject({ lastSuccessAt: at(2), counts: { succeeded: 1, failed: 2, queued: 1 } });
    });
  });
}
