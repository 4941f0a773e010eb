import { CrossvaultError, type Probe, type ProbeReport, type ProbeStep } from '@crossvault/core';
import type { EngineConnection } from '@crossvault/engine';
import { createFakeVendor } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { faultyConnection, openConnections, withMembers } from '../testing/fake-runtime.ts';
import { runCrossvault } from '../testing/run-crossvault.ts';

const step = (name: string, change: Partial<ProbeStep> = {}): ProbeStep => ({
  name,
  ok: true,
  detail: 'Fine.',
  advice: null,
  code: null,
  durationMs: 4,
  ...change,
});
const refused = step('list', {
  ok: false,
  detail: 'It may not.',
  advice: 'Give it the role.',
  code: 'permission-denied',
  durationMs: 112.4,
});
const reporting = (name: string, steps: readonly ProbeStep[], deniedFields: readonly string[] = []) => {
  const report: ProbeReport = { ok: steps.every(({ ok }) => ok), steps, deniedFields };
  return withMembers({ [name]: createFakeVendor() }, { probe: async () => report });
};
const faulty = faultyConnection(
  'c',
  new CrossvaultError({ code: 'secret-missing', message: 'crossvault.yaml:9: key refers to KEY, which is not set' }),
);
const run = (connections: readonly EngineConnection[], ...argv: string[]) =>
  runCrossvault(['doctor', ...argv], {
    openRuntime: openConnections(connections),
    environment: { HTTPS_PROXY: 'http://user:canary@proxy.example:3128', NO_PROXY: '.corp.example' },
  });

test('the set-up comes first, then every connection with its steps, and what to do below what fails', async () => {
  const { exitCode, out, err } = await run([
    ...reporting('a', [step('token'), step('list')], ['plan']),
    ...reporting('b', [step('token'), refused]),
    faulty,
  ]);
  expect({ exitCode, err }).toEqual({ exitCode: 7, err: '' });
  expect(out.replace(process.version, 'v24')).toMatchInlineSnapshot(`
    "configuration  /etc/crossvault.yaml: 0 connections
    node           v24
    proxies        http://proxy.example:3128 (HTTPS_PROXY); directly: .corp.example
    secrets        0 found

    ✓ a
      ✓ token            4 ms  Fine.
      ✓ list             4 ms  Fine.
        fields that this account may not read: plan
    ✗ b
      ✓ token            4 ms  Fine.
      ✗ list           112 ms  It may not.
                               → Give it the role.
    ✗ c
      ✗ configuration    0 ms  crossvault.yaml:9: key refers to KEY, which is not set
                               → Set the variable, or write the file, that the named key refers to.

    1 of 3 connections passed; advice for the others follows →.
    "
  `);
});

test('when all is well it says so', async () => {
  const { exitCode, out } = await run(reporting('a', [step('list')]));
  expect(exitCode).toBe(0);
  expect(out).toMatch(/Everything is well\.\n$/);
});

test('advice beside a step that is well changes no exit code', async () => {
  const { exitCode, out } = await run(reporting('a', [step('tls', { advice: 'Renew it.' })]));
  expect(exitCode).toBe(0);
  expect(out).toContain('→ Renew it.');
});

test('as data it has the set-up and the probes, and with ndjson a probe a line', async () => {
  const connections = [...reporting('a', [step('list')]), ...reporting('b', [refused])];
  const { out } = await run(connections, '-o', 'json');
  const report: { setUp: unknown; data: Probe[] } = JSON.parse(out);
  expect(report.setUp).toMatchObject({
    file: '/etc/crossvault.yaml',
    node: process.version,
    proxies: [{ connection: null, origin: 'HTTPS_PROXY', address: 'http://proxy.example:3128' }],
    directHosts: ['.corp.example'],
  });
  expect(report.data.map(({ connection, ok }) => [connection, ok])).toEqual([
    ['a', true],
    ['b', false],
  ]);
  expect((await run(connections, '-o', 'ndjson')).out.trimEnd().split('\n')).toHaveLength(2);
});

test('only the named connections are tried; an unknown name is exit code 8 and tries none', async () => {
  const connections = [...reporting('good', [step('list')]), ...reporting('bad', [refused])];
  const named = await run(connections, 'good');
  expect(named.exitCode).toBe(0);
  expect(named.out).not.toContain('bad');
  expect(await run(connections, 'good', 'unknown')).toMatchObject({ exitCode: 8, out: '' });
});

test('many connections are tested a few at a time, and reported in their order', async () => {
  let underWay = 0;
  let most = 0;
  const names = Array.from({ length: 30 }, (_value, index) => `connection-${index}`);
  const connections = withMembers(Object.fromEntries(names.map((name) => [name, createFakeVendor()])), {
    async probe() {
      underWay += 1;
      most = Math.max(most, underWay);
      await new Promise((resolve) => setImmediate(resolve));
      underWay -= 1;
      return { ok: true, steps: [step('list')], deniedFields: [] };
    },
  });
  const { out } = await run(connections, '-o', 'json');
  expect(JSON.parse(out).data.map(({ connection }: Probe) => connection)).toEqual(names);
  expect(most).toBe(8);
});

test('control characters of a vendor do not reach the terminal', async () => {
  const { out } = await run(reporting('a', [step('list', { detail: 'red \u001b[31m\nline', advice: 'a\u0007b' })]));
  for (const steering of ['\u001b', '\u0007']) expect(out).not.toContain(steering);
  expect(out).toContain(`red  [31m\n${' '.repeat(16)}line\n`);
});

test('a missing configuration is reported as by every command', async () => {
  const { exitCode, out, err } = await runCrossvault(['doctor', '--config', '/nowhere/crossvault.yaml']);
  expect({ exitCode, out }).toEqual({ exitCode: 7, out: '' });
  expect(err).toContain('There is no configuration');
});
