import { CrossvaultError, toJobId } from '@crossvault/core';
import {
  createFakeConnector,
  createFakeVendor,
  createManualClock,
  type FakeVendor,
  makeJob,
  patientCall,
} from '@crossvault/testkit';
import PQueue from 'p-queue';
import { describe, expect, test } from 'vitest';
import { createSource } from '../connections/source.ts';
import { completeConnection } from '../engine-defaults.ts';
import { addressOf, askWithin, readJob } from './read-job.ts';

function openSource(vendor: FakeVendor = createFakeVendor()) {
  const clock = createManualClock();
  return {
    clock,
    source: createSource(
      completeConnection({ name: 'here', connector: createFakeConnector('here', vendor), concurrency: 1 }),
      clock,
      new PQueue(),
    ),
  };
}

describe('one of our ids', () => {
  const { source } = openSource();

  test('leads to its source, and to the key by which the vendor knows the job', () => {
    expect(addressOf([source], toJobId('here', ['vault', 'j-1']))).toEqual({ source, key: ['vault', 'j-1'] });
  });

  test('of a connection that is not configured says which', () => {
    expect(() => addressOf([source], toJobId('gone', ['j-1']))).toThrow(
      expect.objectContaining({ code: 'job-not-found', message: expect.stringContaining('"gone"') }),
    );
  });

  test("is not any other text: the error says how to request a job by its vendor's id", () => {
    expect(() => addressOf([source], 'j-1')).toThrow(
      expect.objectContaining({ code: 'job-not-found', message: expect.stringContaining('nativeId=j-1') }),
    );
    expect(() => addressOf([source], 'x'.repeat(9_000))).toThrow(
      expect.objectContaining({ message: expect.stringMatching(/^.{1,300}$/) }),
    );
  });
});

describe('a request to one source', () => {
  test('gives the job, and shows the source well', async () => {
    const { clock, source } = openSource(createFakeVendor({ jobs: [makeJob('here', 'j-1')] }));
    const record = await readJob(clock, { source, key: ['j-1'] }, patientCall);
    expect(record.job.nativeId).toBe('j-1');
    expect(source.health).toMatchObject({ health: 'ok' });
  });

  test('that fails names the source, and shows it failing', async () => {
    const { clock, source } = openSource();
    const failure = new CrossvaultError({ code: 'source-error', message: 'It stumbled.' });
    await expect(askWithin(clock, source, patientCall, () => Promise.reject(failure))).rejects.toMatchObject({
      code: 'source-error',
      source: 'here',
    });
    expect(source.health).toMatchObject({ health: 'failing', problem: { code: 'source-error' } });
  });

  test('for what the vendor does not know says nothing of its health', async () => {
    const { clock, source } = openSource();
    await expect(readJob(clock, { source, key: ['gone'] }, patientCall)).rejects.toMatchObject({
      code: 'job-not-found',
    });
    expect(source.health).toMatchObject({ health: 'unknown' });
  });

  test('that hangs ends with the deadline of the source', async () => {
    const { clock, source } = openSource(createFakeVendor({ hangs: true }));
    const asked = readJob(clock, { source, key: ['j-1'] }, patientCall);
    const refused = expect(asked).rejects.toMatchObject({ code: 'source-timeout', source: 'here' });
    await clock.move(0);
    await clock.move(30_000);
    await refused;
  });

  test('has the whole time of its source once the code of the vendor is loaded', async () => {
    const clock = createManualClock();
    const open = createFakeConnector('here', createFakeVendor({ jobs: [makeJob('here', 'j-1')] }));
    const connector = async () => {
      await clock.sleep(31_000);
      return open;
    };
    const source = createSource(completeConnection({ name: 'here', connector }), clock, new PQueue());
    const asked = readJob(clock, { source, key: ['j-1'] }, patientCall);
    await clock.move(31_000);
    expect((await asked).job.nativeId).toBe('j-1');
  });
});
