import type { JobKey, PreparedWrite } from '@crossvault/core';
import { carryOut, everything, failureOf, followToEnd, prepareOptions as prepare, toIntent } from '@crossvault/testkit';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ActingWorld, call, machine, openActing, usual } from '../testing/acting-world.ts';

let world: ActingWorld;
beforeEach(async () => {
  world = await openActing();
});
afterEach(() => world.close());

const jobOf = async (key: JobKey) => (await world.connector.getJob(key, call)).job;

async function cancel(key: JobKey): Promise<PreparedWrite> {
  if (world.connector.cancelJob === undefined) throw new Error('No job can be given up.');
  return world.connector.cancelJob(key, prepare());
}

async function backUp(key: JobKey): Promise<JobKey> {
  const { jobs } = await world.done('back-up', world.items.backUp(key, usual, prepare()));
  return jobs[0] ?? [];
}

test('a job that is cancelled is cancelling, then cancelled, and leaves no recovery point', async () => {
  const key = machine('vm-sql-01');
  const before = await world.items.recoveryPoints(key, call);
  const job = await backUp(key);
  const write = await cancel(job);
  expect(write).toMatchObject({ needs: 'operate', target: { kind: 'job', name: 'vm-sql-01' } });
  const intent = toIntent('cancel', write, world.clock);
  const accepted = await write.send(call);
  expect(await jobOf(job)).toMatchObject({ status: 'cancelling' });
  const report = await followToEnd(world.connector, intent, accepted, world.clock);
  expect(report).toMatchObject({ status: 'done', jobs: [] });
  expect(await jobOf(job)).toMatchObject({ status: 'cancelled', actions: [] });
  world.clock.move(600_000);
  expect(await world.items.recoveryPoints(key, call)).toEqual(before);
  expect(await failureOf(cancel(job))).toMatchObject({ code: 'state-conflict' });
});

test.each([
  ['request', 'source-refused'],
  ['result', null],
] as const)(
  'a job whose data are on their way is not given up: refused by the %s',
  async (lateCancelRefusedBy, code) => {
    await world.close();
    world = await openActing({ azureBackup: { lateCancelRefusedBy } });
    const job = await backUp(machine('vm-sql-01'));
    world.clock.move(240_000);
    const write = await cancel(job);
    if (code !== null) {
      expect(await failureOf(write.send(call))).toMatchObject({ code, message: /cannot be cancelled/ });
      return;
    }
    const report = await carryOut(world.connector, 'cancel', write, world.clock);
    expect(report).toMatchObject({
      status: 'failed',
      error: { message: expect.stringMatching(/cannot be cancelled/) },
    });
    world.clock.move(600_000);
    expect(await jobOf(job)).toMatchObject({ status: 'succeeded' });
  },
);

test('an export reports where the list is, and never the key that opens it', async () => {
  const write = await world.connector.exportJobs?.({ ...everything, startedAfter: '2026-03-01T00:00:00Z' }, prepare());
  if (write === undefined) throw new Error('Nothing is exported.');
  expect(write.requests.map(({ url }) => new URL(url).searchParams.get('$filter'))).toEqual(
    Array.from({ length: 3 }, () => "startTime eq '2026-03-01 12:00:00 AM' and endTime eq '2026-03-03 12:00:00 PM'"),
  );
  const report = await carryOut(world.connector, 'export-jobs', write, world.clock);
  expect(JSON.stringify(report.answer)).toContain('https://exports.example/jobs/jobs.json');
  expect(JSON.stringify(report)).not.toMatch(/sig=|SasKey/);
});
