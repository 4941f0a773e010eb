import type { CallOptions, JobError, JobRecord } from '@crossvault/core';
import { expect } from 'vitest';
import { readLists, recordsOf } from '../read-lists.ts';
import type { ConnectorWorld, ExpectedError } from '../world/connector-world.ts';

/** What a suite may know beyond the required fields of a vendor's payloads. */
export interface OptionalPayloads {
  /** Laid over a job's payload: its kind becomes a word that the vendor never documented. @default not tried */
  readonly inventedKind?: { readonly word: string; readonly merge: Readonly<Record<string, unknown>> };
  /** Laid over a job's payload: the vendor reports no start. To be left out where that is no run. @default not tried */
  readonly absentStart?: Readonly<Record<string, unknown>>;
}

/** What the checks use of a world. */
export type PayloadWorld = Pick<ConnectorWorld, 'connector' | 'truth' | 'changeJob'>;

/** Returns why it does not apply to the vendor; null once it has passed. */
type Check = (world: PayloadWorld, payloads: OptionalPayloads) => Promise<string | null>;

const call: CallOptions = { signal: new AbortController().signal };

/** So many jobs are read one by one. */
const mostJobs = 20;

const recordsIn = async ({ connector }: PayloadWorld): Promise<readonly JobRecord[]> =>
  recordsOf(await readLists(connector, call));

/** The list's record and the single job of a failed job whose payload is changed so. */
async function readChanged(world: PayloadWorld, merge: Readonly<Record<string, unknown>>): Promise<JobRecord[]> {
  const failed = world
    .truth()
    .find(({ status, documented = false, endedAt }) => status === 'failed' && !documented && endedAt !== null);
  const isFailed = ({ job }: JobRecord) => job.nativeId === failed?.nativeId;
  const before = await recordsIn(world);
  if (failed === undefined || !before.some(isFailed)) throw new Error('The vendor needs a failed job that has ended.');
  world.changeJob(failed.nativeId, merge);
  const after = await recordsIn(world);
  expect(after.length, 'every job is still listed').toBe(before.length);
  const listed = after.filter(isFailed);
  expect(listed.length, 'the changed job is still listed').toBeGreaterThan(0);
  const whole = await Promise.all(listed.map(({ key }) => world.connector.getJob(key, call)));
  return [...listed, ...whole];
}

/** An expected error without a code says nothing of the code. */
const asExpected = (errors: readonly JobError[], expected: readonly ExpectedError[]) =>
  errors.map(({ code, message }, index) => (expected[index]?.code === undefined ? { message } : { code, message }));

/** The checks by their titles. A test of the suite runs them on connectors that are wrong. */
export const payloadChecks: Readonly<Record<string, Check>> = {
  async 'a job has the errors that the vendor reports, as soon as it is read whole'(world) {
    const expected = world.truth().filter(({ errors }) => errors !== undefined);
    if (expected.length === 0) return 'The expected jobs do not say their errors.';
    const listed = await recordsIn(world);
    // Jobs with errors first: an expectation of none proves less.
    const chosen = expected.toSorted((one, other) => (other.errors?.length ?? 0) - (one.errors?.length ?? 0));
    for (const { nativeId, startedAt, errors = [] } of chosen.slice(0, mostJobs)) {
      const record = listed.find(({ job }) => job.nativeId === nativeId && job.startedAt === startedAt);
      if (record === undefined) throw new Error(`The job ${nativeId} is not listed.`);
      const { job } = await world.connector.getJob(record.key, call);
      expect(asExpected(job.errors, errors), `the errors of ${nativeId}`).toEqual(errors);
      if (record.job.errors.length > 0) {
        expect(asExpected(record.job.errors, errors), `the errors of ${nativeId} in the list`).toEqual(errors);
      }
    }
    return null;
  },

  async 'an unknown kind maps to other, beside the word itself'(world, { inventedKind }) {
    if (inventedKind === undefined) return 'The suite names no unknown kind.';
    for (const { job } of await readChanged(world, inventedKind.merge)) {
      expect(job).toMatchObject({ kind: 'other', nativeKind: inventedKind.word, status: 'failed' });
    }
    return null;
  },

  async 'a job without a start is listed and read, and says why'(world, { absentStart }) {
    if (absentStart === undefined) return 'The suite names no absent start.';
    for (const { job } of await readChanged(world, absentStart)) {
      expect(job).toMatchObject({ startedAt: null, status: 'failed' });
      expect(job.provenance['startedAt'], 'the provenance of startedAt').toBeDefined();
      expect(job.anomalies).toContain('start-unknown');
    }
    return null;
  },
};
