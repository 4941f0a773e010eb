import { CrossvaultError, Secret } from '@crossvault/core';
import { createTestClock, createTestContext, goodCondition } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import type { AzureJobClient } from '../client/client.ts';
import { cloudEndpointsOf } from '../client/clouds.ts';
import { azureBackup } from '../index.ts';
import { probeConnection } from './probe.ts';
import { createSources } from './sources.ts';

const call = { signal: new AbortController().signal };
const never = () => Promise.reject(new Error('not part of a probe'));
const failure = (code: CrossvaultError['code'], message = 'It failed.', upstreamStatus?: number) =>
  new CrossvaultError({ code, message, upstreamStatus });
const config = azureBackup.configSchema.parse({
  name: 'azure',
  vendor: 'azure-backup',
  vaults: [
    { subscriptionId: 's', resourceGroup: 'g', name: 'first' },
    { subscriptionId: 's', resourceGroup: 'g', name: 'second', type: 'backup' },
  ],
  secondaryRegions: ['northeurope'],
  credential: { type: 'token', token: new Secret('t0ken') },
});
const noJobs = async () => ({ body: { value: [] }, response: new Response() });
const lists = ['s/g/first', 's/g/first/region/northeurope', 's/g/second/backup'];

function probe(calls: Partial<AzureJobClient> = {}) {
  const client: AzureJobClient = {
    endpoints: cloudEndpointsOf(config),
    tokens: { get: async () => 't0ken' },
    condition: () => goodCondition,
    listJobs: noJobs,
    getJob: never,
    listVaults: never,
    followPage: never,
    follow: never,
    getOperation: never,
    ...calls,
  };
  const context = createTestContext({ clock: createTestClock({ start: '2024-02-06T06:00:00.000Z', tickMs: 100 }) });
  return probeConnection({ client, sources: createSources(config, client, context), config }, context, call);
}

test('a probe gets the token, lists the last day everywhere, and reports the result', async () => {
  const asked: string[] = [];
  const report = await probe({
    listJobs: ({ kind, vault }, filter) => {
      asked.push(`${kind} ${vault.name}: ${filter}`);
      return noJobs();
    },
  });
  expect(report).toMatchObject({
    ok: true,
    steps: [
      { name: 'token', ok: true, code: null, durationMs: 100 },
      { name: 'list', ok: true, detail: '3 of 3 lists of jobs can be read.' },
      { name: 'access', ok: true },
      {
        name: 'version',
        ok: true,
        detail: 'Spoken: Recovery Services 2025-02-01, Backup vaults 2025-07-01, secondary regions 2021-11-15.',
      },
    ],
    deniedFields: [],
  });
  const window = "startTime eq '2024-02-05 06:00:00 AM' and endTime eq '2024-02-07 06:00:01 AM'";
  expect(asked).toEqual(
    ['vault first', 'secondary-region first', 'backup-vault second'].map((each) => `${each}: ${window}`),
  );
});

test('without a token the list is not tried', async () => {
  const tokens = { get: () => Promise.reject(failure('authentication-failed')) };
  const report = await probe({ tokens, listJobs: never });
  const advice = 'The token has to be one for https://management.azure.com, and it is valid for one hour only.';
  expect(report).toMatchObject({ ok: false, steps: [{ name: 'token', ok: false, detail: 'It failed.', advice }] });
});

test.each([
  [
    'authentication-failed',
    'The token has to be one for https://management.azure.com, and it is valid for one hour only.',
  ],
  ['source-not-found', 'Check subscriptionId, resourceGroup, name and type of these vaults, and cloud.'],
  ['source-unreachable', null],
] as const)('%s at one vault names the vault and what to do', async (code, advice) => {
  const report = await probe({
    listJobs: ({ kind }) => (kind === 'backup-vault' ? Promise.reject(failure(code)) : noJobs()),
  });
  expect(report.ok).toBe(false);
  expect(report.steps.slice(1)).toMatchObject([
    { name: 'list', ok: false, code, detail: 's/g/second/backup: It failed.', advice },
  ]);
});

test('a missing right has a step of its own, which names the vaults', async () => {
  const report = await probe({ listJobs: () => Promise.reject(failure('permission-denied')) });
  expect(report.steps.slice(1)).toMatchObject([
    { name: 'list', ok: true, detail: '0 of 3 lists of jobs can be read.' },
    {
      name: 'access',
      ok: false,
      code: 'permission-denied',
      detail: lists.map((key) => `${key}: It failed.`).join(' '),
      advice: expect.stringContaining('Backup Reader'),
    },
  ]);
});

test('a version that is refused has a step of its own', async () => {
  const message = "The source answered 400: NoRegisteredProviderFound: … for API version '2031-01-01'. api-version.";
  const report = await probe({
    listJobs: ({ kind }) => (kind === 'vault' ? Promise.reject(failure('source-refused', message, 400)) : noJobs()),
  });
  expect(report.steps.at(-1)).toMatchObject({
    name: 'version',
    ok: false,
    code: 'source-refused',
    detail: `s/g/first: ${message}`,
    advice: expect.stringContaining('api-version'),
  });
});

test('vaults that fail for different reasons are all named', async () => {
  const report = await probe({
    listJobs: ({ kind }) =>
      Promise.reject(failure(kind === 'backup-vault' ? 'source-not-found' : 'source-error', `${kind} failed.`)),
  });
  expect(report.steps.at(-1)).toMatchObject({
    name: 'list',
    code: 'source-not-found',
    detail:
      's/g/first: vault failed. s/g/first/region/northeurope: secondary-region failed. s/g/second/backup: backup-vault failed.',
  });
});
