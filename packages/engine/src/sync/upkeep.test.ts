import { Secret, toJobId } from '@crossvault/core';
import type { ObservedThing, StoredOperation } from '@crossvault/core/store';
import { jobTextVersion } from '@crossvault/core/store';
import { createMovingVendor, makeJob, makePlan, patientCall } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { createSyncWorld, minuteMs } from './testing/sync-world.ts';

const secret = 'a-password-that-was-stored';
const configured = new Secret(secret);
const at = '2026-01-01T00:00:00.000Z';
const at64 = (key: string) => toJobId('moving', [key]);

const operation = (index: number): StoredOperation => ({
  operation: {
    id: `${index}`,
    connection: 'moving',
    action: 'run',
    target: toJobId('moving', ['plan', 'p']),
    targetName: `said ${secret}`,
    status: 'done',
    jobs: [
      { id: at64('1'), status: 'failed' },
      { id: at64(secret), status: 'failed' },
    ],
    outcome: 'failed',
    startedAt: at,
    endedAt: at,
    retryAfterSeconds: null,
    error: { code: null, message: encodeURIComponent(secret) },
    links: {},
  },
  intent: {
    action: 'run',
    target: { kind: 'plan', nativeId: 'p', name: secret },
    requestId: `${index}`,
    at,
    facts: { url: 'https://h/x?sig=needed', said: secret },
  },
  phase: 'over',
  phaseAt: at,
  sender: 'me',
  tracking: { secret },
  endedJobs: [at64('1'), at64(secret)],
  looks: 0,
  failures: 0,
  dueAt: null,
  version: 3,
});
const plan = (nativeId: string): ObservedThing<'plan'> => ({
  key: [nativeId],
  thing: makePlan('moving', nativeId, { name: `nightly ${secret}` }),
  raw: { secret },
  tie: {},
  observedAt: at,
  number: 1,
});

function openOld(operations = 1) {
  const world = createSyncWorld(createMovingVendor());
  const put = (records: 'operations' | 'audit' | 'plan' | 'successes' | 'changes', place: string, text: string) =>
    world.store.texts.get(records)?.set(place, text);
  for (let index = 0; index < operations; index += 1) {
    put('operations', `${index}`.padStart(4, '0'), JSON.stringify(operation(index)));
  }
  put('plan', 'a', JSON.stringify(plan('a')));
  put('plan', 'b', JSON.stringify(plan(secret)));
  put('audit', '1', JSON.stringify({ target: at64(secret), detail: { answer: [secret] } }));
  put('successes', `vm ${secret}`, `vm ${secret}`);
  put('changes', '1', at64('fine'));
  put('changes', '2', at64(secret));
  const all = () => [...world.store.texts.values()].flatMap((texts) => [...texts.values()]);
  const isClean = () => all().every((text) => !text.includes(secret) && !text.includes(at64(secret)));
  return { world, all, isClean };
}

test('a sync takes the secrets out of what an earlier version has stored beside jobs', async () => {
  const { world, isClean } = openOld();
  expect(isClean()).toBe(false);
  await world.open().synchronizer.syncNow('moving', patientCall);
  expect(isClean()).toBe(true);
  const { texts } = world.store;
  expect([...(texts.get('plan')?.keys() ?? [])]).toEqual(['a']);
  expect([...(texts.get('changes')?.values() ?? [])]).toEqual([at64('fine')]);
  const stored: StoredOperation = JSON.parse(texts.get('operations')?.get('0000') ?? '');
  expect(stored).toMatchObject({
    operation: { target: toJobId('moving', ['plan', 'p']), jobs: [{ id: at64('1') }] },
    intent: { facts: { url: 'https://h/x?sig=needed' } },
    endedJobs: [at64('1')],
    version: 3,
  });
  expect(configured.reveal()).toBe(secret);
});

test('it continues where another process has stopped, and ends', async () => {
  const { world, isClean } = openOld(900);
  let asked = 0;
  const { rewriteTexts } = world.store;
  world.store.rewriteTexts = async (...given) => {
    asked += 1;
    if (asked === 3) throw new Error('The process dies here.');
    return rewriteTexts(...given);
  };
  await world.open().synchronizer.syncNow('moving', patientCall);
  expect(isClean()).toBe(false);
  const rewritten = asked;
  const { synchronizer } = world.open();
  synchronizer.start();
  await world.pass(2 * minuteMs);
  expect(isClean()).toBe(true);
  expect(asked - rewritten).toBeLessThan(25);
  const [ended, again] = [asked, world.open()];
  await synchronizer.stop();
  await again.synchronizer.syncNow('moving', patientCall);
  expect(asked).toBe(ended);
});

test('a stored job with a secret in its id goes', async () => {
  const { world } = openOld();
  const jobs = [makeJob('moving', 'kept'), makeJob('moving', secret)];
  await world.store.putJobs(
    jobs.map((job) => ({
      record: {
        key: [job.nativeId],
        job: { ...job, endedAt: world.ago(minuteMs), startedAt: world.ago(2 * minuteMs) },
        raw: { list: {} },
        context: { connection: 'moving', list: 'jobs', observedAt: at },
      },
      mapperVersion: 100 + jobTextVersion - 1,
      number: 1,
    })),
  );
  await world.open().synchronizer.syncNow('moving', patientCall);
  expect(world.store.jobs().map(({ record }) => record.job.nativeId)).not.toContain(secret);
  expect(world.store.jobs()).toHaveLength(1);
});
