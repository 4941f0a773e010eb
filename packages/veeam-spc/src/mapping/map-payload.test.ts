import { expect, test } from 'vitest';
import listed from '../connector/__fixtures__/list-agent-jobs-v3.two.json' with { type: 'json' };
import { explainJob, mapCloudPolicy, mapJob, mapPlan } from './index.ts';

const observedAt = '2026-03-02T12:00:00.000Z';
const [nightly, neverRan] = listed.data;

test('the run that a definition reports becomes a job of its agent', () => {
  expect(mapJob(nightly, { observedAt, agentName: 'web-01' })).toMatchObject({
    kind: 'job',
    job: { vendor: 'veeam-spc', status: 'failed', plan: { name: 'Nightly' }, target: { name: 'web-01' }, observedAt },
  });
});

test('a job of a backup server has another id than the same job of an agent', () => {
  const idOf = (options: Parameters<typeof mapJob>[1]) => {
    const mapped = mapJob({ ...nightly, backupAgentUid: null }, { observedAt, ...options });
    return mapped.kind === 'job' ? mapped.job.id : mapped.reason;
  };
  expect(new Set([idOf({ agentId: 'a-1' }), idOf({ serverId: 'a-1' }), idOf({})]).size).toBe(3);
});

test('a definition that never ran is no job, and a plan all the same', () => {
  expect(mapJob(neverRan, { observedAt })).toMatchObject({ kind: 'rejected', reason: 'no-readable-id' });
  expect(explainJob(neverRan)).toBeNull();
  expect(mapPlan(neverRan, { observedAt })).toMatchObject({
    kind: 'plan',
    plan: { name: 'Not started yet', lastJob: null },
  });
});

test('a plan has the actions of the version that answered', () => {
  const actionsOf = (apiVersion: 'v2' | 'v3') => {
    const mapped = mapPlan(nightly, { apiVersion, observedAt });
    return mapped.kind === 'plan' ? mapped.plan.actions : mapped.reason;
  };
  expect(actionsOf('v3')).toEqual(['run', 'remove']);
  expect(actionsOf('v2')).toEqual(['run', 'remove']);
});

test('a policy for public clouds becomes a plan', () => {
  expect(mapCloudPolicy({ instanceUid: 'p-1', name: 'Cloud', state: 'Enabled' })).toMatchObject({
    kind: 'plan',
    plan: { nativeId: 'p-1', name: 'Cloud' },
  });
  expect(mapCloudPolicy(null)).toEqual({ kind: 'rejected', reason: 'not-an-object', nativeId: null });
});

test('every field of a job is explained', () => {
  expect(explainJob(nightly, { observedAt })?.fields.find(({ field }) => field === 'status')?.value).toBe('failed');
});

test.each([explainJob, mapCloudPolicy, mapJob, mapPlan])('options of null are none for %o', (call) => {
  expect(() => call({ id: 'a', name: 'a' }, null)).not.toThrow();
});
