import { CrossvaultError } from '@crossvault/contract';
import { expect, test } from 'vitest';
import type { AzureBackupClient } from '../client/client.ts';
import { probe } from './probe.ts';

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
function tickingClock(startMs: number) {
  let at = startMs;
  return {
    now: () => {
      at += 100;
      return at;
    },
    sleep: never,
  };
}
const clientWith = (calls: Partial<AzureBackupClient>): AzureBackupClient => ({
  baseUrl: 'https://management.azure.com',
  authenticate: async () => undefined,
  listJobs: async () => ({ body: { value: [] }, response: new Response() }),
  followJobs: never,
  getJob: never,
  ...calls,
});

test('a probe gets the token and lists the last day of every vault', async () => {
  const asked: string[] = [];
  const client = clientWith({
    listJobs: async (vault, filter) => {
      asked.push(`${vault.name}: ${filter}`);
      return { body: { value: [] }, response: new Response() };
    },
  });
  const report = await probe(client, vaults, tickingClock(Date.parse('2024-02-06T06:00:00Z')), call);
  expect(report).toMatchObject({
    ok: true,
    steps: [
      { name: 'token', ok: true, durationMs: 100 },
      { name: 'list', ok: true },
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
  const client = clientWith({ authenticate: () => Promise.reject(failure('authentication-failed')), listJobs: never });
  const report = await probe(client, vaults, tickingClock(0), call);
  expect(report).toMatchObject({ ok: false, steps: [{ name: 'token', ok: false, detail: 'It failed.' }] });
});

test.each([
  ['authentication-failed', 'The token has to be one for https://management.azure.com.'],
  ['permission-denied', 'The role Backup Reader on the vault is enough.'],
  ['source-not-found', 'Check subscriptionId, resourceGroup and name of the vault.'],
  ['source-unreachable', ''],
] as const)('%s at one vault names the vault and what to do', async (code, hint) => {
  const client = clientWith({
    listJobs: (vault) =>
      vault.name === 'second'
        ? Promise.reject(failure(code))
        : Promise.resolve({ body: { value: [] }, response: new Response() }),
  });
  const report = await probe(client, vaults, tickingClock(Date.parse('2024-02-06T06:00:00Z')), call);
  expect(report.ok).toBe(false);
  expect(report.steps[1]).toMatchObject({ ok: false, detail: `second: It failed. ${hint}`.trim() });
});
