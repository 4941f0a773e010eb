import {
  type CallOptions,
  CrossvaultError,
  type ErrorCode,
  type Job,
  type ListQuery,
  type SourceWarning,
  startDeadline,
} from '@crossvault/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { failureOf } from '../failure-of.ts';
import { countBytes } from '../faults/counted-fetch.ts';
import type { FaultKind, FaultTarget } from '../faults/fault.ts';
import type { ConnectorWorld, ExpectedJob, OpenWorld } from '../world/connector-world.ts';
import { type FaultCase, type FaultPlace, faultCases } from './fault-cases.ts';
import { readInTrouble } from './fault-reading.ts';

export interface FaultSuite {
  readonly title: string;
  readonly open: OpenWorld;
  /** Kinds that this vendor's answers have nothing for; there the list must be the truth. @default none */
  readonly strange?: readonly FaultKind[];
  /** Kinds that may find nothing to do, such as links in answers that have none. @default none */
  readonly uncertain?: readonly FaultKind[];
  /** Cases that cannot be made with this vendor. @default none */
  readonly isLeft?: (given: FaultCase) => boolean;
}

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

const placesOf: Readonly<Record<FaultPlace, readonly FaultTarget[]>> = {
  anywhere: [{}, { list: true, nth: 2 }],
  'first page': [{ list: true }],
  'later page': [{ list: true, nth: 2 }],
  'every page': [{ list: true, times: 'always' }],
};

/** Every fault that these APIs are known for, done to the vendor, and what must become of the reading. */
export function describeFaults({ title, open, strange = [], uncertain = [], isLeft = () => false }: FaultSuite): void {
  const isStrange = ({ fault }: FaultCase): boolean => strange.includes(fault.kind);
  const cases = faultCases.filter((given) => !isLeft(given));
  const { whole, unfiltered, doubtful, refused } = sortCases(cases, isStrange);
  const takesEffect = (given: FaultCase): boolean | null =>
    uncertain.includes(given.fault.kind) ? null : !isStrange(given);

  describe(`${title} among faults`, () => {
    // Loading code on demand takes real time, which must not count as a wait.
    beforeAll(async () => {
      const { connector, close } = await open({ jobs: 1 });
      await readInTrouble(connector, { signal: new AbortController().signal }, pageSize);
      await close();
    });

    test.each(whole)('$name, $place: the list is the truth', (given) =>
      inTrouble(open, given, takesEffect(given), async ({ call, connector, world, before }) => {
        const { records, warnings } = await readInTrouble(connector, call, sizeFor(world));
        const listed = records.map(({ job }) => job);
        expect(nativeIdsOf(listed)).toEqual(nativeIdsOf(world.truth()));
        expectTrue(listed, [...before, ...world.truth()]);
        expect(warnings).not.toContain('list-ended-early');
        expect(world.faults.askedTooEarly).toBe(0);
      }),
    );

    test.each(unfiltered)('$name, $place: what was asked for is there', (given) =>
      inTrouble(open, given, takesEffect(given), async ({ call, connector, world, before }) => {
        const { records } = await readInTrouble(connector, call, sizeFor(world), failedLately);
        const listed = records.map(({ job }) => job);
        expect(nativeIdsOf(listed)).toEqual(expect.arrayContaining([...nativeIdsOf(before.filter(isFailedLately))]));
        // Where a filter was to say what kind of job it is, nothing may say so now.
        const kindless = listed.map((job) => (job.kind === 'other' ? { ...job, kind: kindOf(job, before) } : job));
        expectTrue(kindless, [...before, ...world.truth()]);
      }),
    );

    test.each(doubtful)('$name, $place: the list is whole, or says that it is not, and ends', (given) =>
      inTrouble(open, given, takesEffect(given), async ({ call, connector, world, before }) => {
        const { records, warnings, pages } = await readInTrouble(connector, call, sizeFor(world));
        expectTrue(
          records.map(({ job }) => job),
          [...before, ...world.truth()],
        );
        if (records.length < world.truth().length)
          expect(given.warnings).toEqual(expect.arrayContaining([...warnings]));
        expect(records.length === world.truth().length || warnings.length > 0).toBe(true);
        expect(pages).toBeLessThanOrEqual(jobs * 3);
      }),
    );

    test.each(refused)('$name, $place: an error that names the source, within the deadline', (given) =>
      inTrouble(open, given, takesEffect(given), async ({ call, connector, world, bytes }) => {
        const error = await failureOf(readInTrouble(connector, call, sizeFor(world)));
        expect(given.codes).toContain(error.code);
        expect(error.source).toBe(world.connection);
        expect(error.message).toMatch(/^\S.{10,}[.?]$/);
        expect(world.clock.monotonicMs()).toBeLessThanOrEqual(call.endsAtMs ?? 0);
        expect(bytes()).toBeLessThanOrEqual(mostBytes);
      }),
    );
  });
}

/** Three pages at least, where the vendor has so many jobs. */
const sizeFor = (world: ConnectorWorld): number => Math.min(pageSize, Math.max(1, Math.ceil(world.truth().length / 3)));

/** The cases by what becomes of them. */
function sortCases(cases: readonly FaultCase[], isStrange: (given: FaultCase) => boolean) {
  const [known, unknown] = [cases.filter((each) => !isStrange(each)), cases.filter(isStrange)];
  const doubtful: (FaultCase & { readonly warnings: readonly SourceWarning[] })[] = [];
  const refused: (FaultCase & { readonly codes: readonly ErrorCode[] })[] = [];
  for (const each of known) {
    if (each.outcome.becomes === 'whole or warned') doubtful.push({ ...each, warnings: each.outcome.warnings });
    if (each.outcome.becomes === 'refused') refused.push({ ...each, codes: each.outcome.codes });
  }
  const whole = [...known.filter(({ outcome }) => outcome.becomes === 'whole'), ...unknown];
  return { whole, unfiltered: known.filter(({ outcome }) => outcome.becomes === 'unfiltered'), doubtful, refused };
}

interface Trouble {
  readonly world: ConnectorWorld;
  readonly connector: ConnectorWorld['connector'];
  readonly call: CallOptions;
  /** The truth before the reading. */
  readonly before: readonly ExpectedJob[];
  /** The most that was taken in of one answer. */
  bytes(): number;
}

/** Does the fault to a vendor; afterwards it has to have taken effect or not; null: either. */
async function inTrouble(
  open: OpenWorld,
  { fault, place }: FaultCase,
  takesEffect: boolean | null,
  run: (trouble: Trouble) => Promise<void>,
): Promise<void> {
  let bytes = (): number => 0;
  const world = await open({
    jobs,
    pageSize,
    wrapFetch(fetch) {
      const counted = countBytes(fetch);
      bytes = () => counted.most;
      return counted.fetch;
    },
  });
  const call = startDeadline(world.clock, deadlineMs, tooLate);
  try {
    world.faults.script(placesOf[place].map((on) => ({ on, fault })));
    await run({ world, connector: world.connector, call, before: world.truth(), bytes: () => bytes() });
    const isDone = world.faults.done.some(({ kind }) => kind === fault.kind);
    if (takesEffect !== null) expect(isDone).toBe(takesEffect);
  } finally {
    call.release();
    await world.close();
  }
}

const tooLate = (): CrossvaultError =>
  new CrossvaultError({ code: 'source-timeout', message: 'The deadline has passed.' });

const nativeIdsOf = (jobList: readonly { readonly nativeId: string }[]): readonly string[] =>
  jobList.map(({ nativeId }) => nativeId).toSorted();

const kindOf = (job: Job, truth: readonly ExpectedJob[]): Job['kind'] =>
  truth.find(({ nativeId }) => nativeId === job.nativeId)?.kind ?? job.kind;

const isFailedLately = ({ status, startedAt }: ExpectedJob): boolean =>
  status === 'failed' &&
  startedAt !== null &&
  startedAt >= (failedLately.startedAfter ?? '') &&
  startedAt <= (failedLately.startedBefore ?? '');

const describeJob = (job: Job | ExpectedJob): string =>
  [job.nativeId, job.kind, job.nativeKind, job.status, job.nativeStatus, job.startedAt, job.endedAt].join(' | ');

/** A job that changes meanwhile is returned in a state that it had at some time. */
function expectTrue(listed: readonly Job[], truth: readonly ExpectedJob[]): void {
  const texts = new Set(truth.map(describeJob));
  expect(listed.map(describeJob).filter((text) => !texts.has(text))).toEqual([]);
}
