import { CrossvaultError, type JobQuery, toJobId, toProblem } from '@crossvault/core';
import {
  createFakeVendor,
  createManualClock,
  fakeConnections,
  makeJob,
  patientCall,
  silentLogger,
} from '@crossvault/testkit';
import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { createEngine } from '../index.ts';
import { resolveJob } from './resolve-job.ts';

const at = (hour: number): string => new Date(Date.UTC(2026, 0, 1, hour)).toISOString();

/** An engine over connections whose jobs are given by connection. */
function engineOver(vendors: Parameters<typeof fakeConnections>[0]) {
  return createEngine({ connections: fakeConnections(vendors), clock: createManualClock(), logger: silentLogger });
}
const vendorOf = (connection: string, ...ids: readonly string[]) =>
  createFakeVendor({ jobs: ids.map((id, index) => makeJob(connection, id, { startedAt: at(index) })) });

describe('a job is found', () => {
  const engine = engineOver({ a: vendorOf('a', 'one', 'two'), b: vendorOf('b', 'three') });

  test.each([
    ['by our id', toJobId('a', ['two'])],
    ["by the vendor's id", 'two'],
    ["by its connection and the vendor's id", 'a/two'],
  ])('%s', async (_, reference) => {
    expect((await resolveJob(engine, reference, patientCall)).job).toMatchObject({ connection: 'a', nativeId: 'two' });
  });

  test('and is not where no source knows it, or not in that connection', async () => {
    await expect(resolveJob(engine, 'four', patientCall)).rejects.toMatchObject({ code: 'job-not-found' });
    await expect(resolveJob(engine, 'b/two', patientCall)).rejects.toMatchObject({ code: 'job-not-found' });
  });
});

test('a job that is in several connections is named with all of them', async () => {
  const engine = engineOver({ a: vendorOf('a', 'same'), b: vendorOf('b', 'same') });
  const names = ['a', 'b'].map((connection) => `${connection} ${toJobId(connection, ['same'])}`);
  for (const name of names) {
    await expect(resolveJob(engine, 'same', patientCall)).rejects.toMatchObject({
      code: 'ambiguous-job',
      message: expect.stringContaining(name),
    });
  }
  expect((await resolveJob(engine, 'b/same', patientCall)).job.connection).toBe('b');
});

test('of several runs of one definition it is the newest', async () => {
  const runs = [at(1), at(3), at(2)].map((startedAt, index) => ({
    ...makeJob('a', 'run', { startedAt }),
    id: toJobId('a', [`run-${index}`]),
  }));
  const listing = {
    records: runs
      .toSorted((x, y) => ((x.startedAt ?? '') < (y.startedAt ?? '') ? 1 : -1))
      .map((job) => ({ job, raw: {} })),
    sources: [],
  };
  const engine = {
    connectionNames: ['a'],
    getJob: () => Promise.reject(new Error('Not asked for here.')),
    listJobs: async (_: JobQuery) => ({
      ...listing,
      next: null,
      window: { startedAfter: null, startedBefore: null },
      complete: true,
    }),
  };
  expect((await resolveJob(engine, 'run', patientCall)).job.startedAt).toBe(at(3));
});

test('a source that could not be asked is not one that does not know the job', async () => {
  const failure = new CrossvaultError({ code: 'source-unreachable', message: 'Nothing listens there.' });
  const engine = engineOver({ a: vendorOf('a', 'one'), b: createFakeVendor({ failure }) });
  await expect(resolveJob(engine, 'two', patientCall)).rejects.toMatchObject({
    code: 'sources-incomplete',
    message: expect.stringContaining(toProblem(failure).detail),
  });
});

property.prop([fc.string({ maxLength: 40 })])('whatever is asked for, it fails with a code', async (reference) => {
  const engine = engineOver({ a: vendorOf('a', 'one') });
  const found = await resolveJob(engine, reference, patientCall).catch((error: unknown) => error);
  if (found instanceof Error) expect(CrossvaultError.isInstance(found)).toBe(true);
});
