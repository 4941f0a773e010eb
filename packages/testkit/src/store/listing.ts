import { type Job, jobKinds, jobStatuses, jobTriggers } from '@crossvault/core';
import {
  comparePositions,
  type JobCriteria,
  jobTextVersion,
  matchesCriteria,
  matchesWords,
  type PutObservation,
  positionOf,
  searchLimits,
  toSearchedWords,
  toWords,
  writeJobText,
} from '@crossvault/core/store';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OpenStore } from './open-store.ts';
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
    tenant: fc.option(text),
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
  tenant: some(words),
  nativeId: some([...words, 'sql sql']),
  problem: fc.boolean(),
};
const { connection, vendor, status, kind, trigger, target, plan, tenant, nativeId, problem } = filters;
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
  fc.record({ tenant }),
  fc.record({ tenant, status }),
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
  .record({
    query: queries,
    tenantConnections: fc.subarray(['one', 'two']),
    since: bound,
    startedAfter: bound,
    startedBefore: bound,
    q,
  })
  .map(({ q: searched, ...rest }): JobCriteria => ({ ...rest, words: toWords(searched) }));

type Sample = typeof jobs extends fc.Arbitrary<(infer One)[]> ? One : never;

const atOrNull = (start: number | null): string | null => (start === null ? null : at(start));
const toErrors = (message: string | null): Job['errors'] =>
  message === null ? [] : [{ code: null, message, recommendation: null, helpUrl: null, count: 1 }];

/** Every fortieth shares its id with others. */
function toReading({ start, end, message, serial, nativeId: own, ...fields }: Sample, index: number): PutObservation {
  const { target: on, plan: by } = fields;
  return reading(fields.connection, index % 40 === 0 ? own : `${own} ${serial}`, {
    ...fields,
    startedAt: atOrNull(start),
    endedAt: atOrNull(end),
    target: on && { type: 'vm', ...on },
    plan: by && { ...by, nextRunAt: null },
    errors: toErrors(message),
  });
}

function isMeant(job: Job, { query, ...rest }: JobCriteria): boolean {
  const isOfThese =
    (query.connection?.includes(job.connection) ?? true) && (query.vendor?.includes(job.vendor) ?? true);
  return isOfThese && matchesCriteria(job, { query, ...rest });
}

export function describeListing(open: OpenStore): void {
  describe('listing', () => {
    test('answers every filter, both ways and in pages of any size, as the live path would', async () => {
      const store = await open();
      const [sample = []] = fc.sample(jobs, { numRuns: 1, seed: 7 });
      const batch = sample.map(toReading);
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
      const { document, tasks } = writeJobText(put.record.job);
      expect(bare).toEqual({
        position: { startedAt: at(0), id: idOf(put) },
        connection: 'c',
        vendor: 'fake',
        document,
        tasks: null,
        textVersion: jobTextVersion,
        sinceUntil: put.record.job.endedAt ?? at(0),
        raw: null,
      });
      const [rich] = await store.listJobs(everything, { ...firstRows, include: { tasks: true, raw: true } });
      expect(rich).toMatchObject({ tasks, raw: put.record.raw });
    });

    test('answers as many words as may be searched for, and very many values of every filter', async () => {
      const store = await open();
      const name = Array.from({ length: searchLimits.words }, (_, index) => `w${index}`).join(' ');
      const target = { type: 'vm', id: 'id', name } as const;
      const put = reading('c', 'n', { target, plan: { id: 'p', name: 'plan', nextRunAt: null } });
      await store.putJobs([put, reading('d', 'm')]);
      const many = (value: string) => [...Array.from({ length: 5000 }, (_, index) => `${value}${index}`), value];
      const query = { target: many('id'), plan: many('p'), nativeId: many('n'), connection: many('c') };
      const rows = await store.listJobs(asking(query, { words: toSearchedWords(name) }), firstRows);
      expect(rows.map(({ position }) => position.id)).toEqual([idOf(put)]);
    });

    test('finds a job by the same words as the live path, however many it has and however many newer jobs there are', async () => {
      const store = await open();
      const message = `${Array.from({ length: 60_000 }, (_, index) => `word${index}`).join(' ')} behindthecut`;
      const error = { code: null, message, recommendation: null, helpUrl: null, count: 1 };
      const long = reading('c', 'long', { startedAt: at(0), errors: [error] });
      await store.putJobs([long]);
      const find = async (q: string) =>
        (await store.listJobs(asking({}, { words: toWords(q) }), { ...firstRows, limit: 5 })).length;
      const answers = async () => [await find('word0'), await find('behindthecut')];
      const few = await answers();
      await store.putJobs(Array.from({ length: 400 }, (_, index) => reading('c', `${index}`, { startedAt: at(1) })));
      expect([few, await answers()]).toEqual([
        [1, 0],
        [1, 0],
      ]);
      const { job } = long.record;
      expect(['word0', 'behindthecut'].map((word) => matchesWords(job, [word]))).toEqual([true, false]);
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
}
