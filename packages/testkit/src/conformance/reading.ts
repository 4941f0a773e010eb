import { CrossvaultError, type Job, type JobRecord } from '@crossvault/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { failureOf } from '../failure-of.ts';
import { everything, type ReadList, readLists, recordsOf } from '../read-lists.ts';
import type { ConnectorWorld, ExpectedJob, OpenWorld } from '../world/connector-world.ts';
import { explainedFields } from './mapping-rules.ts';

export interface ReadingSuite {
  readonly title: string;
  /** Id of the vendor, as in its definition. */
  readonly vendor: string;
  readonly open: OpenWorld;
  /** How many jobs the vendor should have. @default its own number */
  readonly jobs?: number;
}

const call = { signal: new AbortController().signal };

const describeJob = (job: Job | ExpectedJob) =>
  [job.nativeId, job.kind, job.nativeKind, job.status, job.nativeStatus, job.startedAt, job.endedAt].join(' | ');
const idsOf = (records: readonly JobRecord[]) => records.map(({ job }) => job.id).toSorted();

/** How many records of the lists are no jobs. */
const countsOf = (lists: readonly ReadList[]) =>
  lists.map(({ list, pages }) => ({
    list: list.key,
    withoutRun: pages.reduce((sum, page) => sum + page.withoutRun, 0),
    rejected: pages.reduce((sum, page) => sum + page.rejected.length, 0),
  }));

/** A connector may widen a bound to whole days. */
const wideMs = 3 * 24 * 3_600_000;

/** A bound that leaves out every job that has started; null where none has. */
function beyond(filter: 'startedAfter' | 'startedBefore', records: readonly JobRecord[]): string | null {
  const starts = records.flatMap(({ job }) => (job.startedAt === null ? [] : Date.parse(job.startedAt)));
  if (starts.length === 0) return null;
  const boundMs = filter === 'startedAfter' ? Math.max(...starts) + wideMs : Math.min(...starts) - wideMs;
  return new Date(boundMs).toISOString();
}

/** Instants that have a quarter of the jobs before and behind them, neither of them a whole second. */
function middleOf(jobs: readonly ExpectedJob[]): { readonly after: string; readonly before: string } {
  const starts = jobs.flatMap(({ startedAt }) => startedAt ?? []).toSorted();
  const at = (share: number): number => Date.parse(starts[Math.floor(starts.length * share)] ?? '2026-01-01T00:00:00Z');
  return { after: new Date(at(0.25) + 500).toISOString(), before: new Date(at(0.75) + 250).toISOString() };
}

/** The core's prose, executed: what every connector does with a healthy vendor. */
export function describeReading({ title, vendor, open, jobs }: ReadingSuite): void {
  describe(`${title} reads as the contract says`, () => {
    let world: ConnectorWorld;
    beforeAll(async () => {
      world = await open(jobs === undefined ? {} : { jobs });
    });
    afterAll(async () => {
      await world.close();
    });

    test('the lists hold every job of the vendor once, as it truly is', async () => {
      const records = recordsOf(await readLists(world.connector, call));
      expect(records.map(({ job }) => describeJob(job)).toSorted()).toEqual(world.truth().map(describeJob).toSorted());
      expect(new Set(idsOf(records)).size).toBe(records.length);
    });

    test.each([1, 7, 50, 500])('pages of %i give the same jobs', async (size) => {
      const whole = await readLists(world.connector, call);
      const paged = await readLists(world.connector, call, everything, size);
      expect(idsOf(recordsOf(paged))).toEqual(idsOf(recordsOf(whole)));
      expect(countsOf(paged)).toEqual(countsOf(whole));
    });

    test('a list that promises newest first keeps its word', async () => {
      for (const { list, records } of await readLists(world.connector, call)) {
        const starts = records.map(({ job }) => job.startedAt ?? '9');
        if (list.order === 'newest-first') expect(starts).toEqual(starts.toSorted().toReversed());
      }
    });

    test('a list hands over the filters that it names, and never loses a job by them', async () => {
      const { after, before } = middleOf(world.truth());
      const all = await readLists(world.connector, call);
      const bounded = await readLists(world.connector, call, {
        startedAfter: after,
        startedBefore: before,
        status: ['failed'],
      });
      for (const [index, { list, records }] of bounded.entries()) {
        const asked = (all[index]?.records ?? []).filter(
          ({ job }) =>
            job.status === 'failed' && job.startedAt !== null && job.startedAt >= after && job.startedAt <= before,
        );
        expect(idsOf(records)).toEqual(expect.arrayContaining(idsOf(asked)));
        const whole = all[index]?.records.length ?? 0;
        if (list.nativeFilters.length > 0 && whole > 0) expect(records.length).toBeLessThan(whole);
        if (list.nativeFilters.includes('status'))
          expect(records.every(({ job }) => job.status === 'failed')).toBe(true);
      }
    });

    test.each(['startedAfter', 'startedBefore'] as const)('a list that names %s hands it over', async (filter) => {
      const whole = await readLists(world.connector, call);
      for (const { list, records } of whole.filter(({ list }) => list.nativeFilters.includes(filter))) {
        const bound = beyond(filter, records);
        const lists = bound === null ? [] : await readLists(world.connector, call, { ...everything, [filter]: bound });
        for (const same of lists.filter((each) => each.list.key === list.key))
          expect(same.records.length, `the list ${list.key}`).toBeLessThan(records.length);
      }
    });

    test('every list and record says where it belongs in plain texts', async () => {
      for (const { list, records } of await readLists(world.connector, call)) {
        for (const { job, context, key } of records) {
          expect(context).toMatchObject({ connection: world.connection, list: list.key });
          expect(Object.values(context).every((value) => value === null || typeof value === 'string')).toBe(true);
          expect(key.every((part) => typeof part === 'string')).toBe(true);
          expect(job).toMatchObject({ connection: world.connection, vendor, depth: 'list' });
        }
      }
    });

    test('what was listed can be read whole and found by its native id', async () => {
      const truth = world.truth();
      const listed = recordsOf(await readLists(world.connector, call));
      const records = listed.filter((_record, index) => index % (listed.length > 29 ? 29 : 1) === 0);
      for (const { key, job } of records) {
        const whole = await world.connector.getJob(key, call);
        expect(whole.job).toMatchObject({
          id: job.id,
          nativeId: job.nativeId,
          kind: job.kind,
          startedAt: job.startedAt,
          depth: 'full',
        });
        const same = truth.filter(
          ({ nativeId, startedAt }) => nativeId === job.nativeId && startedAt === job.startedAt,
        );
        expect(same.map(({ status, fullStatus = status }) => fullStatus)).toContain(whole.job.status);
        expect(await world.connector.findJobs(job.nativeId, call)).toContainEqual(key);
      }
    });

    test('what explain shows is what the job is, for every job, as listed and as read whole', async () => {
      const listed = recordsOf(await readLists(world.connector, call));
      const whole: JobRecord[] = [];
      for (const { key } of listed) whole.push(await world.connector.getJob(key, call));
      for (const { job, raw, context } of [...listed, ...whole]) {
        const explanation = world.connector.explainJob(raw, context);
        expect(Object.fromEntries(explanation?.fields.map(({ field, value }) => [field, value]) ?? [])).toEqual(job);
        expect(explanation?.anomalies).toEqual(job.anomalies);
        expect(explanation?.fields.every(({ rule }) => rule !== '')).toBe(true);
      }
    });

    test('answers that were kept are mapped again to the same job', async () => {
      expect(world.connector.mapperVersion).toBeGreaterThan(0);
      for (const record of recordsOf(await readLists(world.connector, call))) {
        expect(world.connector.mapJob(record.raw, record.context)).toEqual({ kind: 'job', record });
      }
    });

    test('a null says why it is null', async () => {
      const silent = recordsOf(await readLists(world.connector, call)).flatMap(({ job }) =>
        Object.entries(job).flatMap(([field, value]) =>
          value === null && !explainedFields.has(field) && job.provenance[field] === undefined
            ? [`${field} of ${job.nativeId}`]
            : [],
        ),
      );
      expect(silent).toEqual([]);
    });

    test('an unknown id is found nowhere, and reading it says so', async () => {
      expect(await world.connector.findJobs('00000000-0000-0000-0000-00000000abcd', call)).toEqual([]);
      const [record] = recordsOf(await readLists(world.connector, call));
      const key = (record?.key ?? []).map((part) =>
        part === record?.job.nativeId.toLowerCase() || part === record?.job.nativeId
          ? 'ffffffff-0000-0000-0000-00000000abcd'
          : part,
      );
      expect((await failureOf(world.connector.getJob(key, call))).code).toBe('job-not-found');
    });

    test('a probe of a healthy connection is good, step by step', async () => {
      const report = await world.connector.probe(call);
      expect(report.steps.filter(({ ok }) => !ok)).toEqual([]);
      expect(report).toMatchObject({ ok: true });
      expect(report.steps.length).toBeGreaterThan(0);
    });

    test('a call that is given up ends at once with the reason', async () => {
      const [list] = await world.connector.jobLists(call);
      if (list === undefined) throw new Error('The connector has no list.');
      const given = AbortSignal.abort(
        new CrossvaultError({ code: 'source-timeout', message: 'The deadline has passed.' }),
      );
      const early = await failureOf(
        world.connector.listJobs(list, everything, { size: 10, token: null }, { signal: given }),
      );
      expect(early.code).toBe('source-timeout');
    });

    test('a vendor that never answers is left at the deadline', async () => {
      const connector = world.connect({
        fetch: (request) =>
          new Promise((_resolve, reject) =>
            request.signal.addEventListener('abort', () => reject(request.signal.reason)),
          ),
      });
      const deadline = new AbortController();
      const [list] = await connector.jobLists(call);
      if (list === undefined) throw new Error('The connector has no list.');
      const reading = failureOf(
        connector.listJobs(list, everything, { size: 10, token: null }, { signal: deadline.signal }),
      );
      setImmediate(() =>
        deadline.abort(new CrossvaultError({ code: 'source-timeout', message: 'The deadline has passed.' })),
      );
      expect(await reading).toMatchObject({ code: 'source-timeout' });
    });
  });
}
