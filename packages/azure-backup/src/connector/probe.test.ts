import { CrossvaultError } from '@crossvault/contract';
import { createTestClock, createTestContext } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import type { AzureBackupClient } from '../client/client.ts';
import { probeConnection } from './probe.ts';

const vaults = ['first', 'second'].map((name) => ({
  subscriptionId: 's',
  resourceGroup: 'g',
  name,
  type: 'recovery-services' as const,
}));
const call = { signal: new AbortController().signal };
const never = () => Promise.reject(new Error('not part of a probe'));
const failure = (code: CrossvaultError['code']) => new CrossvaultError({ code, message: 'It failed.' });

/** A clock that moves by a tenth of a second with every look. */
function tickingContext(startMs: number) {
  return createTestContext({ clock: createTestClock({ start: new Date(startMs).toISOString(), tickMs: 100 }) });
}
const morning = Date.parse('2024-02-06T06:00:00Z');
const noJobs = async () => ({ body: { value: [] }, response: new Response() });
const subjectWith = (calls: Partial<AzureBackupClient>) => ({
  client: {
    baseUrl: 'https://management.azure.com',
    tokens: { get: async () => 't0ken' },
    listJobs: noJobs,
    ...calls,
  },
  vaults,
});

test('a probe gets the token and lists the last day of every vault', async () => {
  const asked: string[] = [];
  const subject = subjectWith({
    listJobs: (vault, filter) => {
      asked.push(`${vault.name}: ${filter}`);
      return noJobs();
    },
  });
  const report = await probeConnection(subject, tickingContext(morning), call);
  expect(report).toMatchObject({
    ok: true,
    steps: [
      { name: 'token', ok: true, code: null, durationMs: 100 },
      { name: 'list', ok: true, code: null },
    ],
    deniedFields: [],
  });
  expect(asked).toEqual(
    ['first', 'second'].map(
      (name) => `${name}: startTime eq '2024-02-05 06:00:00 AM' and endTime eq '2024-02-07 06:00:01 AM'`,
    ),
  );
});

test('without a token the list is not tried', async () => {
  const tokens = { get: () => Promise.reject(failure('authentication-failed')) };
  const report = await probeConnection(subjectWith({ tokens, listJobs: never }), tickingContext(0), call);
  const detail = 'It failed. The token has to be one for https://management.azure.com.';
  expect(report).toMatchObject({
    ok: false,
    steps: [{ name: 'token', ok: false, detail, code: 'authentication-failed' }],
  });
});

test.each([
  ['authentication-failed', 'The token has to be one for https://management.azure.com.'],
  ['permission-denied', 'The role Backup Reader on the vault is enough.'],
  ['source-not-found', 'Check subscriptionId, resourceGroup and name of the vault.'],
  ['source-unreachable', ''],
] as const)('%s at one vault names the vault and what to do', async (code, hint) => {
  const subject = subjectWith({
    listJobs: (vault) => (vault.name === 'second' ? Promise.reject(failure(code)) : noJobs()),
  });
  const report = await probeConnection(subject, tickingContext(morning), call);
  expect(report.ok).toBe(false);
  expect(report.steps[1]).toMatchObject({ ok: false, code, detail: `second: It failed. ${hint}`.trim() });
});

test('vaults that fail for different reasons are all named, each with what to do', async () => {
  const codes = { first: 'permission-denied', second: 'source-not-found' } as const;
  const subject = subjectWith({
    listJobs: ({ name }) => Promise.reject(failure(name === 'first' ? codes.first : codes.second)),
  });
  const report = await probeConnection(subject, tickingContext(morning), call);
  expect(report.steps[1]).toMatchObject({
    ok: false,
    code: codes.second,
    detail:
      'first: It failed. The role Backup Reader on the vault is enough. ' +
      'second: It failed. Check subscriptionId, resourceGroup and name of the vault.',
  });
});
