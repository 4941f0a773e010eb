import { CrossvaultError, connectionListSchema, type ErrorCode, type ProbeReport, probeSchema } from '@crossvault/core';
import type { EngineConnection } from '@crossvault/engine';
import { createFakeVendor } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { faultyConnection, openConnections, withMembers } from '../testing/fake-runtime.ts';
import { runCrossvault } from '../testing/run-crossvault.ts';

const sound = (name: string): readonly EngineConnection[] => withMembers({ [name]: createFakeVendor() }, {});
const faulty = faultyConnection(
  'c',
  new CrossvaultError({ code: 'secret-missing', message: 'crossvault.yaml:9: key refers to KEY, which is not set' }),
);
const run = (connections: readonly EngineConnection[], ...argv: string[]) =>
  runCrossvault(['connections', ...argv], { openRuntime: openConnections(connections) });

const reporting = (name: string, code: ErrorCode | null): readonly EngineConnection[] => {
  const report: ProbeReport = {
    ok: code === null,
    steps: [
      { name: 'token', ok: true, detail: 'There is a token.', advice: null, code: null, durationMs: 12.4 },
      {
        name: 'list',
        ok: code === null,
        detail: code === null ? 'Fine.' : 'It did not work.',
        advice: null,
        code,
        durationMs: 3,
      },
    ],
    deniedFields: code === null ? [] : ['plan'],
  };
  return withMembers({ [name]: createFakeVendor() }, { probe: async () => report });
};

test('the list says what is configured and what it can', async () => {
  const { exitCode, out, err } = await run([...sound('a'), ...sound('b')], 'list');
  expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
  expect(out).toMatchInlineSnapshot(`
    "   NAME  VENDOR  HEALTH   HISTORY   WHY
       a     fake    unknown  complete  -
       filters itself by startedAfter, startedBefore, status, nativeId
       b     fake    unknown  complete  -
       filters itself by startedAfter, startedBefore, status, nativeId
    "
  `);
});

test('as data it is what the facade answers', async () => {
  const { out } = await run(sound('a'), 'list', '-o', 'json');
  expect(connectionListSchema.parse(JSON.parse(out)).data).toMatchObject([{ name: 'a', capabilities: { log: false } }]);
  const lines = await run([...sound('a'), ...sound('b')], 'list', '-o', 'ndjson');
  expect(lines.out.trimEnd().split('\n')).toHaveLength(2);
});

test('a connection that is not set up is listed with its fault: 6 beside others, 7 alone', async () => {
  const beside = await run([...sound('a'), faulty], 'list');
  expect(beside.exitCode).toBe(6);
  expect(beside.out).toMatch(/c .*failing.*secret-missing/);
  expect(beside.err).toContain('crossvault.yaml:9');
  expect(await run([faulty], 'list')).toMatchObject({ exitCode: 7 });
});

test('a probe shows its steps', async () => {
  const { exitCode, out } = await run(reporting('a', 'permission-denied'), 'probe');
  expect(exitCode).toBe(7);
  expect(out).toMatchInlineSnapshot(`
    "✗ a
      ✓ token  12 ms  There is a token.
      ✗ list    3 ms  It did not work.
                      → Give the account of credential the right to read jobs at the source.
        fields that this account may not read: plan
    "
  `);
});

test('a probe as data', async () => {
  const { out } = await run(reporting('a', null), 'probe', 'a', '-o', 'json');
  expect(probeSchema.array().parse(JSON.parse(out).data)).toMatchObject([{ connection: 'a', ok: true }]);
});

test.each([
  [[null, null], 0],
  [[null, 'source-unreachable'], 6],
  [[null, 'authentication-failed'], 7],
  [['source-timeout', 'permission-denied'], 7],
  [['source-error', 'source-throttled'], 6],
] as const)('steps that end with %j are exit code %i', async (codes, exitCode) => {
  const connections = codes.flatMap((code, index) => reporting(`connection-${index}`, code));
  expect(await run(connections, 'probe')).toMatchObject({ exitCode });
});

test('only the named connections are probed', async () => {
  const connections = [...reporting('good', null), ...reporting('bad', 'source-error')];
  const { exitCode, out } = await run(connections, 'probe', 'good');
  expect(exitCode).toBe(0);
  expect(out).not.toContain('bad');
});

test('a connection that is not set up fails its probe', async () => {
  const { exitCode, out } = await run([faulty], 'probe');
  expect(exitCode).toBe(7);
  expect(out).toContain('crossvault.yaml:9');
});

test('an unknown name is exit code 8, and nothing is probed', async () => {
  const { exitCode, out, err } = await run(sound('a'), 'probe', 'a', 'unknown');
  expect({ exitCode, out }).toEqual({ exitCode: 8, out: '' });
  expect(err).toContain('No connection is called "unknown". Configured: a.');
});
