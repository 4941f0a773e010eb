import {
  type CallOptions,
  CrossvaultError,
  type ErrorCode,
  type Job,
  type ListQuery,
  type SourceWarning,
  startDeadline,
} from '@crossvault/core';
import type { FaultKind, TruthJob } from '@crossvault/simulators';
import { beforeAll, describe, expect, test } from 'vitest';
import { failureOf } from '../failure-of.ts';
import type { OpenOptions, OpenSimulator } from '../simulators/open-simulator.ts';
import { countBytes } from './counted-fetch.ts';
import { type FaultCase, type FaultPlace, faultCases } from './fault-cases.ts';
import { readInTrouble } from './fault-reading.ts';

export type OpenInTrouble = (options: OpenOptions) => Promise<OpenSimulator>;

const jobs = 60;
const pageSize = 7;
const deadlineMs = 120_000;
/** What is read of an answer at the most, and what the way to us may have taken in beyond. */
const mostBytes = 36 * 1024 * 1024;

const failedLately: ListQuery = {
  startedAfter: '2026-02-21T00:00:00.000Z',
  startedBefore: '2026-03-01T12:30:00.000Z',
  status: ['failed'],
};

const placesOf: Readonly<Record<FaultPlace, readonly object[]>> = {
  anywhere: [{}, { list: true, nth: 2 }],
  'first page': [{ list: true }],
  'later page': [{ list: true, nth: 2 }],
  'every page': [{ list: true, times: 'always' }],
};

/**
 * Every fault that these APIs are known for, done to the vendor, and what must become of the reading. `strange`: kinds
 * that this vendor's answers have nothing for; there the list must be the truth.
 */
export function describeFaults(title: string, open: OpenInTrouble, strange: readonly FaultKind[]): void {
  const isStrange = ({ fault }: FaultCase): boolean => strange.includes(fault.kind);
  const { whole, unfiltered, doubtful, refused } = sortCases(isStrange);

  describe(`${title} among faults`, () => {
    // Loading code on demand takes real time, which must not count as a wait.
    beforeAll(async () => {
      const { connector, close } = await open({ jobs: 1 });
      await readInTrouble(connector, { signal: new AbortController().signal }, pageSize);
      await close();
    });

    test.each(whole)('$name, $place: the list is the truth', (given) =>
      inTrouble(open, given, !isStrange(given), async ({ call, connector, vendor, before }) => {
        const { records, warnings } = await readInTrouble(connector, call, pageSize);
        const listed = records.map(({ job }) => job);
        expect(nativeIdsOf(listed)).toEqual(nativeIdsOf(vendor.truth()));
        expectTrue(listed, [...before, ...vendor.truth()]);
        expect(warnings).not.toContain('list-ended-early');
        expect(vendor.faults.askedTooEarly).toBe(0);
      }),
    );

    test.each(unfiltered)('$name, $place: what was asked for is there', (given) =>
      inTrouble(open, given, true, async ({ call, connector, vendor, before }) => {
        const { records } = await readInTrouble(connector, call, pageSize, failedLately);
        const listed = records.map(({ job }) => job);
        expect(nativeIdsOf(listed)).toEqual(expect.arrayContaining([...nativeIdsOf(before.filter(isFailedLately))]));
        // Where a filter was to say what kind of job it is, nothing may say so now.
        const kindless = listed.map((job) => (job.kind === 'other' ? { ...job, kind: kindOf(job, before) } : job));
        expectTrue(kindless, [...before, ...vendor.truth()]);
      }),
    );

    test.each(doubtful)('$name, $place: the list is whole, or says that it is not, and ends', (given) =>
      inTrouble(open, given, true, async ({ call, connector, vendor, before }) => {
        const { records, warnings, pages } = await readInTrouble(connector, call, pageSize);
        expectTrue(
          records.map(({ job }) => job),
          [...before, ...vendor.truth()],
        );
        if (records.length < vendor.truth().length)
          expect(given.warnings).toEqual(expect.arrayContaining([...warnings]));
        expect(records.length === vendor.truth().length || warnings.length > 0).toBe(true);
        expect(pages).toBeLessThanOrEqual(jobs * 3);
      }),
    );

    test.each(refused)('$name, $place: an error that names the source, within the deadline', (given) =>
      inTrouble(open, given, true, async ({ call, world, vendor, connector, bytes }) => {
        const error = await failureOf(readInTrouble(connector, call, pageSize));
        expect(given.codes).toContain(error.code);
        expect(error.source).toBe(vendor.connection.name);
        expect(error.message).toMatch(/^\S.{10,}[.?]$/);
        expect(world.clock.monotonicMs()).toBeLessThanOrEqual(call.endsAtMs ?? 0);
        expect(bytes()).toBeLessThanOrEqual(mostBytes);
      }),
    );
  });
}

/** The cases by what becomes of them. */
function sortCases(isStrange: (given: FaultCase) => boolean) {
  const [known, unknown] = [faultCases.filter((each) => !isStrange(each)), faultCases.filter(isStrange)];
  const doubtful: (FaultCase & { readonly warnings: readonly SourceWarning[] })[] = [];
  const refused: (FaultCase & { readonly codes: readonly ErrorCode[] })[] = [];
  for (const each of known) {
    if (each.outcome.becomes === 'whole or warned') doubtful.push({ ...each, warnings: each.outcome.warnings });
    if (each.outcome.becomes === 'refused') refused.push({ ...each, codes: each.outcome.codes });
  }
  const whole = [...known.filter(({ outcome }) => outcome.becomes === 'whole'), ...unknown];
  return { whole, unfiltered: known.filter(({ outcome }) => outcome.becomes === 'unfiltered'), doubtful, refused };
}

interface Trouble extends OpenSimulator {
  readonly call: CallOptions;
  /** The truth before the reading. */
  readonly before: readonly TruthJob[];
  /** The most that was taken in of one answer. */
  bytes(): number;
}

/** Does the fault to a vendor; afterwards it has to have taken effect, or not, as the vendor has such a thing or not. */
async function inTrouble(
  open: OpenInTrouble,
  { fault, place }: FaultCase,
  takesEffect: boolean,
  run: (trouble: Trouble) => Promise<void>,
): Promise<void> {
  const counted = countBytes((request) => opened.world.fetch(request));
  const opened = await open({ jobs, pageSize, connect: { fetch: counted.fetch } });
  const { vendor, world } = opened;
  const call = startDeadline(world.clock, deadlineMs, tooLate);
  try {
    vendor.faults.script(placesOf[place].map((on) => ({ on, fault })));
    await run({ ...opened, call, before: vendor.truth(), bytes: () => counted.most });
    expect(vendor.faults.done.some(({ kind }) => kind === fault.kind)).toBe(takesEffect);
  } finally {
    call.release();
    await opened.close();
  }
}

const tooLate = (): CrossvaultError =>
  new CrossvaultError({ code: 'source-timeout', message: 'The deadline has passed.' });

const nativeIdsOf = (jobList: readonly { readonly nativeId: string }[]): readonly string[] =>
  jobList.map(({ nativeId }) => nativeId).toSorted();

const kindOf = (job: Job, truth: readonly TruthJob[]): Job['kind'] =>
  truth.find(({ nativeId }) => nativeId === job.nativeId)?.kind ?? job.kind;

const isFailedLately = ({ status, startedAt }: TruthJob): boolean =>
  status === 'failed' &&
  startedAt !== null &&
  startedAt >= (failedLately.startedAfter ?? '') &&
  startedAt <= (failedLately.startedBefore ?? '');

const describeJob = (job: Job | TruthJob): string =>
  [job.nativeId, job.kind, job.nativeKind, job.status, job.nativeStatus, job.startedAt, job.endedAt].join(' | ');

/** A job that changes meanwhile is returned in a state that it had at some time. */
function expectTrue(listed: readonly Job[], truth: readonly TruthJob[]): void {
  const texts = new Set(truth.map(describeJob));
  expect(listed.map(describeJob).filter((text) => !texts.has(text))).toEqual([]);
}
