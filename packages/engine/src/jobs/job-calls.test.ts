import { CrossvaultError, type Job, toJobId } from '@crossvault/core';
import {
  createFakeVendor,
  type FakeVendor,
  fakeConnections,
  firstPage,
  jobsAt,
  makeJob,
  patientCall,
} from '@crossvault/testkit';
import { describe, expect, test } from 'vitest';
import type { EngineConnection } from '../index.ts';
import { openHistoryOver } from '../testing/history-world.ts';

const unreachable = new CrossvaultError({ code: 'source-unreachable', message: 'Nothing listens there.' });

/** A vendor whose single gets say more than its list, and are counted. */
function withGets(vendor: FakeVendor) {
  const gets: string[] = [];
  const connections: readonly EngineConnection[] = fakeConnections({ a: vendor }).map((connection) => ({
    ...connection,
    connector: {
      ...connection.connector,
      async getJob(key, call) {
        gets.push(key[0] ?? '');
        const record = await connection.connector.getJob(key, call);
        const job: Job = {
          ...record.job,
          depth: 'full',
          details: { more: 'yes' },
          observedAt: '2026-01-15T12:00:00.000Z',
        };
        return { ...record, job, raw: { get: { id: key[0] } } };
      },
    },
  }));
  return { connections, gets };
}

const idOf = (nativeId: string): string => toJobId('a', [nativeId]);

describe('a single job', () => {
  test('is asked for once at its vendor, kept, and returned from the store from then on', async () => {
    const { connections, gets } = withGets(createFakeVendor({ jobs: jobsAt('a', [1]) }));
    const world = await openHistoryOver(connections);
    await world.sync();
    for (const _time of [1, 2]) {
      const { job, raw } = await world.stored.getJob(idOf('a-0'), patientCall);
      expect([job.depth, job.details]).toEqual(['full', { more: 'yes' }]);
      expect(raw).toEqual({ list: { id: 'a-0' }, get: { id: 'a-0' } });
    }
    expect(gets).toEqual(['a-0']);
  });

  test('is asked for again on request', async () => {
    const { connections, gets } = withGets(createFakeVendor({ jobs: jobsAt('a', [1]) }));
    const world = await openHistoryOver(connections);
    await world.stored.getJob(idOf('a-0'), patientCall);
    await world.stored.getJob(idOf('a-0'), patientCall, { fresh: true });
    expect(gets).toEqual(['a-0', 'a-0']);
  });

  test('that was read whole while it ran is asked for again once a list has shown its end', async () => {
    const running = makeJob('a', 'long', { status: 'running', ended: false, endedAt: null });
    const vendor = createFakeVendor({ jobs: [running] });
    const { connections, gets } = withGets(vendor);
    const world = await openHistoryOver(connections);
    await world.stored.getJob(idOf('long'), patientCall);
    vendor.jobs = [makeJob('a', 'long', { observedAt: '2026-01-15T13:00:00.000Z' })];
    await world.sync();
    await world.stored.getJob(idOf('long'), patientCall);
    expect(gets).toEqual(['long', 'long']);
  });

  test('is returned as it is stored when its vendor cannot be read, or has forgotten it', async () => {
    const vendor = createFakeVendor({ jobs: jobsAt('a', [1]) });
    const { connections } = withGets(vendor);
    const world = await openHistoryOver(connections);
    await world.sync();
    vendor.failure = unreachable;
    expect((await world.stored.getJob(idOf('a-0'), patientCall)).job.depth).toBe('list');
    vendor.failure = null;
    vendor.jobs = [];
    expect((await world.stored.getJob(idOf('a-0'), patientCall)).job.depth).toBe('list');
    await expect(world.stored.getJob(idOf('never'), patientCall)).rejects.toMatchObject({ code: 'job-not-found' });
  });

  test("by a vendor's id that the store has never heard of is found at the vendor, and kept", async () => {
    const vendor = createFakeVendor();
    const { connections, gets } = withGets(vendor);
    const world = await openHistoryOver(connections);
    await world.sync();
    vendor.jobs = [makeJob('a', 'of-2018', { startedAt: '2018-05-21T08:35:40.948Z' })];
    for (const _time of [1, 2]) {
      const { records } = await world.stored.listJobs({ nativeId: ['of-2018'] }, firstPage, patientCall);
      expect(records.map(({ job }) => [job.nativeId, job.depth])).toEqual([['of-2018', 'full']]);
    }
    expect(gets).toEqual(['of-2018']);
  });

  test("by a vendor's id is returned from the store, with the problem, when the vendor cannot be read", async () => {
    const vendor = createFakeVendor({ jobs: jobsAt('a', [1]) });
    const { connections } = withGets(vendor);
    const world = await openHistoryOver(connections);
    await world.sync();
    vendor.failure = unreachable;
    const { records, sources } = await world.stored.listJobs({ nativeId: ['a-0'] }, firstPage, patientCall);
    expect(records.map(({ job }) => job.depth)).toEqual(['list']);
    expect(sources).toMatchObject([{ status: 'partial', count: 1, problem: { code: 'source-unreachable' } }]);
  });
});
