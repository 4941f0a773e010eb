import { CrossvaultError, type Job, type JobRecord, type VendorDefinition } from '@crossvault/core';
import type { FaultKind, TruthJob, VendorId } from '@crossvault/simulators';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { describeFaults } from './conformance/conformance-faults.ts';
import { describeHiddenFields } from './conformance/conformance-fields.ts';
import { describeSockets } from './conformance/conformance-sockets.ts';
import { failureOf } from './failure-of.ts';
import { everything, readLists, recordsOf } from './read-lists.ts';
import { connectSimulator } from './simulators/connect-simulator.ts';
import { type OpenOptions, type OpenSimulator, openSimulator } from './simulators/open-simulator.ts';

/** What the suite has to know of a vendor: which of its fields to spoil, and with what. */
export interface ConformanceOptions<Config> {
  readonly definition: VendorDefinition<Config>;
  /** Laid over a job's payload: its duration becomes unreadable. */
  readonly unreadableDuration: Readonly<Record<string, unknown>>;
  /** Laid over a job's payload: its status becomes a word that the vendor never documented. */
  readonly inventedStatus: { readonly word: string; readonly merge: Readonly<Record<string, unknown>> };
  /** A record without any id of its own. */
  readonly recordWithoutId: unknown;
  /** Faults that this vendor's answers have nothing for, such as links where there are none. @default none */
  readonly strangeFaults?: readonly FaultKind[];
  /** One of several ways in which the vendor is spoken to, such as a version, and what it takes to open it. */
  readonly variant?: { readonly name: string; readonly open: OpenOptions };
}

const call = { signal: new AbortController().signal };
const start = '2026-03-02T12:00:00.000Z';

const describeJob = (job: Job) =>
  [job.nativeId, job.kind, job.nativeKind, job.status, job.nativeStatus, job.startedAt, job.endedAt].join(' | ');
const describeTruth = (job: TruthJob) =>
  [job.nativeId, job.kind, job.nativeKind, job.status, job.nativeStatus, job.startedAt, job.endedAt].join(' | ');
const idsOf = (records: readonly JobRecord[]) => records.map(({ job }) => job.id).toSorted();

/** The suite that every connector passes against its simulator: the contract's prose, executed. */
export function describeConformance<Config>(vendorId: VendorId, options: ConformanceOptions<Config>): void {
  const { definition, variant } = options;
  const title = variant === undefined ? definition.title : `${definition.title} ${variant.name}`;

  const openWith = (wanted: OpenOptions) =>
    openSimulator(vendorId, definition, { seed: 11, start, days: 10, ...variant?.open, ...wanted });
  const open = (jobs: number) => openWith({ jobs });

  describeFaults(title, openWith, options.strangeFaults ?? []);
  describeHiddenFields(title, openWith, {
    status: options.inventedStatus.merge,
    duration: options.unreadableDuration,
  });
  describeSockets(title, openWith);

  describe(`${title} reads as the contract says`, () => {
    let world: OpenSimulator;
    beforeAll(async () => {
      world = await open(400);
    });
    afterAll(async () => {
      await world.close();
    });

    test('the lists hold every job of the vendor once, as it truly is', async () => {
      const records = recordsOf(await readLists(world.connector, call));
      expect(records.map(({ job }) => describeJob(job)).toSorted()).toEqual(
        world.vendor.truth().map(describeTruth).toSorted(),
      );
      expect(new Set(idsOf(records)).size).toBe(records.length);
    });

    test.each([1, 7, 50, 500])('pages of %i give the same jobs', async (size) => {
      const whole = recordsOf(await readLists(world.connector, call));
      expect(idsOf(recordsOf(await readLists(world.connector, call, everything, size)))).toEqual(idsOf(whole));
    });

    test('a list that promises newest first keeps its word', async () => {
      for (const { list, records } of await readLists(world.connector, call)) {
        const starts = records.map(({ job }) => job.startedAt ?? '9');
        if (list.order === 'newest-first') expect(starts).toEqual(starts.toSorted().toReversed());
      }
    });

    test('a list hands over the filters that it names, and never loses a job by them', async () => {
      const after = '2026-02-24T18:30:15.500Z';
      const before = '2026-02-27T03:10:20.250Z';
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

    test('every list and record says where it belongs in plain texts', async () => {
      for (const { list, records } of await readLists(world.connector, call)) {
        for (const { job, context, key } of records) {
          expect(context).toMatchObject({ connection: world.vendor.connection.name, list: list.key });
          expect(Object.values(context).every((value) => value === null || typeof value === 'string')).toBe(true);
          expect(key.every((part) => typeof part === 'string')).toBe(true);
          expect(job).toMatchObject({ connection: world.vendor.connection.name, vendor: definition.id, depth: 'list' });
        }
      }
    });

    test('what was listed can be read whole and found by its native id', async () => {
      const truth = world.vendor.truth();
      const records = recordsOf(await readLists(world.connector, call)).filter((_record, index) => index % 29 === 0);
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
        expect(same.map(({ fullStatus }) => fullStatus)).toContain(whole.job.status);
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
          value === null && field !== 'goneAt' && job.provenance[field] === undefined
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
      const connector = connectSimulator(definition, world.simulators, world.vendor, {
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

  describe(`${title} in trouble`, () => {
    let world: OpenSimulator;
    beforeEach(async () => {
      world = await open(30);
    });
    afterEach(async () => {
      await world.close();
    });
    const read = async () => readLists(world.connector, call);
    const failedJob = (): TruthJob => {
      const job = world.vendor
        .truth()
        .find(({ status, documented, endedAt }) => status === 'failed' && !documented && endedAt !== null);
      if (job === undefined) throw new Error('The fleet has no failed job.');
      return job;
    };
    const inList = async (nativeId: string): Promise<Job | undefined> =>
      recordsOf(await read()).find(({ job }) => job.nativeId === nativeId)?.job;

    test('an unreadable duration costs the duration and nothing else', async () => {
      const { nativeId } = failedJob();
      world.vendor.changeJob(nativeId, { merge: options.unreadableDuration });
      const job = await inList(nativeId);
      expect(job).toMatchObject({ status: 'failed', problem: true });
      expect(job?.anomalies).toContain('unreadable-value');
      expect(recordsOf(await read())).toHaveLength(world.vendor.truth().length);
    });

    test('an unknown word maps to unknown, beside the word itself', async () => {
      const { nativeId } = failedJob();
      world.vendor.changeJob(nativeId, { merge: options.inventedStatus.merge });
      const job = await inList(nativeId);
      expect(job).toMatchObject({ status: 'unknown', nativeStatus: options.inventedStatus.word, problem: true });
      expect(job?.anomalies).toContain('unknown-status');
    });

    test('a record without an id is rejected and named, and the other records arrive', async () => {
      const before = recordsOf(await read()).length;
      world.vendor.addJob({ raw: options.recordWithoutId });
      const lists = await read();
      const rejected = lists.flatMap(({ pages }) => pages.flatMap((page) => page.rejected));
      expect(rejected).toHaveLength(1);
      expect(rejected[0]?.reason).toBe('no-readable-id');
      expect(recordsOf(lists)).toHaveLength(before);
    });

    test('running jobs end with the clock, and keep their id', async () => {
      const openBefore = recordsOf(await read()).filter(({ job }) => !job.ended && job.startedAt !== null);
      world.simulators.clock.move(3 * 86_400_000);
      const after = new Map(recordsOf(await read()).map(({ job }) => [job.id, job]));
      const stillThere = openBefore.filter(({ job }) => after.has(job.id));
      expect(stillThere.length).toBeGreaterThan(0);
      expect(stillThere.filter(({ job }) => after.get(job.id)?.ended === true).length).toBeGreaterThan(0);
    });

    test('a token that ends in mid-reading is renewed where it can be, else refused with a clear error', async () => {
      await read();
      world.vendor.expireToken();
      const renewable = !('token' in world.vendor.connection.secrets);
      if (renewable) expect(recordsOf(await read()).length).toBeGreaterThan(0);
      else
        expect(await failureOf(read())).toMatchObject({
          code: 'authentication-failed',
          source: world.vendor.connection.name,
        });
    });

    test('a wrong secret is an authentication error that names the connection and not the secret', async () => {
      const secrets = Object.fromEntries(
        Object.keys(world.vendor.connection.secrets).map((key) => [key, 'wr0ng-s3cret']),
      );
      const connector = connectSimulator(definition, world.simulators, world.vendor, { secrets });
      const error = await failureOf(readLists(connector, call));
      expect(error).toMatchObject({ code: 'authentication-failed', source: world.vendor.connection.name });
      expect(error.message).not.toContain('wr0ng-s3cret');
      const report = await connector.probe(call);
      expect(report.ok).toBe(false);
      expect(report.steps.some(({ ok, detail }) => !ok && detail !== '')).toBe(true);
    });

    test('a vendor that is down is unreachable, and readable again once it is back', async () => {
      await world.vendor.stop();
      expect(await failureOf(read())).toMatchObject({
        code: 'source-unreachable',
        source: world.vendor.connection.name,
      });
      await world.vendor.start();
      expect(recordsOf(await read()).length).toBeGreaterThan(0);
    });
  });
}
