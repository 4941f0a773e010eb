import { Secret } from '@crossvault/core';
import { afterEach, expect, test } from 'vitest';
import { veeamAzureConfigSchema } from '../config.ts';
import { type ApplianceOptions, type OpenAppliance, openAppliance } from '../testing/open-appliance.ts';
import { createVeeamAzureConnector } from './connector.ts';

const call = { signal: new AbortController().signal };
let world: OpenAppliance;

const open = async (options: ApplianceOptions = {}) => {
  world = await openAppliance(options);
  return world;
};
afterEach(() => world.close());

const probe = async (connector = world.connector) => {
  const report = await connector.probe(call);
  const step = (name: string) => report.steps.find((one) => one.name === name);
  return { ...report, step, names: report.steps.map(({ name, ok }) => (ok ? name : `${name}!`)) };
};

test('a healthy connection is reported step by step, in the same order as for all vendors', async () => {
  await open();
  const report = await probe();
  expect(report).toMatchObject({ ok: true, deniedFields: [] });
  expect(report.steps.map(({ name, detail, advice }) => [name, detail, advice])).toEqual([
    ['token', 'Logged in as svc-crossvault.', null],
    ['list', 'Sessions can be read.', null],
    ['access', 'Sessions can be listed and read one by one.', null],
    ['version', 'Product 8.1.0.107 on vbaz-ukwest, UK West; version v8.1 is spoken.', null],
    ['clock', 'Its clock agrees with the clock of this machine.', null],
    ['fields', 'The logs can be read, and the errors in them.', null],
  ]);
});

test('an appliance without sessions is reported as such, and its logs are not read', async () => {
  await open({ jobs: 0 });
  world.appliance.turn({ retentionDays: 1 });
  const { ok, step } = await probe();
  expect(ok).toBe(true);
  expect(step('list')?.detail).toBe('The list can be read; it is empty.');
  expect(step('fields')?.detail).toMatch(/no session yet/);
});

test('an older version reports the product, and the clock by the header of its answers', async () => {
  await open({ apiVersion: 'v3' });
  const { ok, step } = await probe();
  expect(ok).toBe(true);
  expect(step('version')?.detail).toBe('Product 8.1.0.107; version v3 is spoken.');
  expect(step('clock')?.detail).toBe('Its clock agrees with the clock of this machine.');
});

test('a version that the appliance does not serve is answered with those that it serves', async () => {
  await open({ apiVersion: 'v3' });
  world.appliance.turn({ product: '8.0' });
  const { ok, names, step } = await probe();
  expect([ok, names]).toEqual([false, ['token', 'list!']]);
  expect(step('list')).toMatchObject({
    code: 'source-not-found',
    advice: 'It serves v8, v7, v6: set apiVersion to v8.',
  });
  expect(step('list')?.detail).toMatch(/does not serve version v3/);
});

test('a role without logs costs the errors, and the probe says which role is enough', async () => {
  await open({ username: 'svc-crossvault-integration' });
  const { ok, deniedFields, step } = await probe();
  expect([ok, deniedFields]).toEqual([true, ['errors']]);
  expect(step('fields')?.detail).toMatch(/logs of sessions are refused/);
  expect(step('fields')?.advice).toMatch(/Read-Only User is enough/);
});

test('a role that may not list gets advice on which calls are refused, and which role is sufficient', async () => {
  await open({ username: 'svc-crossvault-updater' });
  const { ok, names, step } = await probe();
  expect([ok, names]).toEqual([false, ['token', 'list!', 'access!']]);
  expect(step('list')).toMatchObject({ code: 'permission-denied' });
  expect(step('access')).toMatchObject({
    code: 'permission-denied',
    detail: 'The appliance refuses this account the list of sessions.',
  });
  expect(step('access')?.advice).toMatch(/Read-Only User is enough/);
});

test('a licence agreement that is not accepted is reported as such and not as a missing role', async () => {
  await open();
  world.appliance.turn({ isLicenceAccepted: false });
  const { names, step } = await probe();
  expect(names).toEqual(['token', 'list!']);
  expect(step('list')).toMatchObject({ code: 'permission-denied' });
  expect(step('list')?.detail).toMatch(/refuses everything until its licence agreement is accepted/);
  expect(step('list')?.advice).toMatch(/accept the licence agreement/);
});

test.each([
  ['a wrong password', { isMfaRequired: false }, 'wrong', /did not log in svc-crossvault/],
  ['a second factor', { isMfaRequired: true }, null, /has multi-factor authentication/],
])('%s fails the first step, with what to do', async (_case, state, password, detail) => {
  const { appliance, config, context } = await open();
  appliance.turn(state);
  const credential =
    password === null
      ? config.credential
      : { type: 'password', username: 'svc-crossvault', password: new Secret(password) };
  const changed = veeamAzureConfigSchema.parse({ ...config, credential });
  const { names, step } = await probe(createVeeamAzureConnector(changed, context));
  expect(names).toEqual(['token!']);
  expect(step('token')).toMatchObject({ code: 'authentication-failed', detail: expect.stringMatching(detail) });
  expect(step('token')?.advice).toMatch(/multi-factor authentication is turned off/);
});

test('a token of the configuration that has ended fails the list, with what to do', async () => {
  const { config, context, vendor } = await open();
  const credential = { type: 'token', token: new Secret(vendor.tokens.expired) };
  const connector = createVeeamAzureConnector(veeamAzureConfigSchema.parse({ ...config, credential }), context);
  const { names, step } = await probe(connector);
  expect(names).toEqual(['token', 'list!']);
  expect(step('token')?.detail).toBe('The configured token is used as it is.');
  expect(step('list')).toMatchObject({ code: 'authentication-failed' });
  expect(step('list')?.advice).toMatch(/Get a new token/);
});

test('an appliance that is being updated, and a clock that is off, are pointed out', async () => {
  await open();
  world.appliance.turn({ systemState: 'Upgrading' });
  const late = {
    ...world.context,
    clock: { ...world.context.clock, now: () => world.simulators.clock.now() - 640_000 },
  };
  const { ok, step } = await probe(createVeeamAzureConnector(world.config, late));
  expect(ok).toBe(true);
  expect(step('version')?.advice).toMatch(/being updated/);
  expect(step('clock')).toMatchObject({ detail: 'Its clock is 640 s ahead of ours.' });
  expect(step('clock')?.advice).toMatch(/Set the clock/);
});

test('an appliance that does not exist is reported as such, and nothing is thrown', async () => {
  await open();
  await world.vendor.stop();
  const { ok, names, step } = await probe();
  expect([ok, names]).toEqual([false, ['token!']]);
  expect(step('token')).toMatchObject({ code: 'source-unreachable' });
  expect(step('token')?.advice).toMatch(/port 443/);
});
