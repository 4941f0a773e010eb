import { access, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Summary, summarySchema } from '@crossvault/core';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { runCrossvault } from '../testing/run-crossvault.ts';
import { lastEveningMs } from './demo.ts';

// Whole programs are loaded and started here: how long that takes is the machine's affair.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'crossvault-demo-'));
});
afterEach(() => rm(cwd, { recursive: true }));

const hourOf = ({ window }: Summary): number => Date.parse(window.since ?? '') / 3_600_000;

const small = ['--jobs', '60', '--port', '0'];

test('with --exit it shows an evening, what the night brings, where it is and what to try, and ends with 0', async () => {
  const { exitCode, out, err } = await runCrossvault(['demo', '--exit', ...small], { cwd });
  expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
  expect(out.match(/^[ !] {2}[-\d]/gm)).toHaveLength(12);
  expect(out).toMatch(/^\d{4}-\d\d-\d\d 18:00 for four simulated vendors\. \d+ jobs of theirs are stored/);
  const [, changes] = /After one night it is .* found (\d+) changes, in order:/.exec(out) ?? [];
  expect(Number(changes)).toBeGreaterThan(3);
  const positions = [...out.matchAll(/^(\d+) +\S+ -> /gm)].map(([, position]) => Number(position));
  expect(positions).toEqual(positions.toSorted((a, b) => a - b));
  expect(positions.length).toBeGreaterThan(3);
  expect(out).toContain('new -> ');
  expect(out).toMatch(/^[ !] {2}all +\d+ /m);
  for (const name of ['azure-prod', 'veeam-ukwest', 'console', 'm365']) expect(out).toContain(` ${name}`);
  expect(out).toMatch(/The facade: +http:\/\/127\.0\.0\.1:\d+\/v1\/jobs/);
  expect(out).toContain('curl ');
  const config = join('.crossvault', 'demo', 'crossvault.yaml');
  expect(out).toContain(`crossvault jobs list --config ${config} --problem`);
  await access(join(cwd, config));
});

test('without --exit it stays and can be used, until it is interrupted', async () => {
  const interruption = new AbortController();
  const started = Promise.withResolvers<string>();
  const running = runCrossvault(['demo', ...small], {
    cwd,
    signal: interruption.signal,
    watch: ({ out }) => void (out.includes('Press Ctrl-C to stop the demo.') && started.resolve(out)),
  });
  const guide = await started.promise;
  const [url = ''] = /http:\/\/127\.0\.0\.1:\d+(?=\/v1\/jobs)/.exec(guide) ?? [];
  expect(await (await fetch(`${url}/healthz`)).json()).toBeDefined();

  const [, config = ''] = /jobs list --config (\S+)/.exec(guide) ?? [];
  const all = await runCrossvault(['jobs', 'list', '--config', config, '--all', '-o', 'ndjson'], { cwd });
  expect(all.exitCode).toBe(0);
  const [, reference = ''] = /jobs explain '([^']+)'/.exec(guide) ?? [];
  // Another one beside it has a folder, and a history, of its own.
  const other = await runCrossvault(['demo', '--exit', ...small], { cwd });
  expect([other.exitCode, other.err]).toEqual([0, '']);
  expect(other.out).toContain(`--config ${join('.crossvault', 'demo-2', 'crossvault.yaml')}`);
  const explained = await runCrossvault(['jobs', 'explain', reference, '--config', config], { cwd });
  expect(explained).toMatchObject({ exitCode: 0, err: '' });

  // Commands with this configuration live by the clock of the demo's facade, wherever it is moved.
  const [control = ''] = /http:\/\/127\.0\.0\.1:\d+(?=\/clock)/.exec(guide) ?? [];
  for (const days of [9, -30]) {
    await fetch(`${control}/clock`, { method: 'POST', body: JSON.stringify({ move: days * 86_400 }) });
    const theirs = summarySchema.parse(await (await fetch(`${url}/v1/summary?since=24h`)).json());
    const ours = await runCrossvault(['summary', '--config', config, '-o', 'json'], { cwd });
    expect(hourOf(summarySchema.parse(JSON.parse(ours.out)))).toBeCloseTo(hourOf(theirs), 0);
  }

  interruption.abort();
  expect((await running).exitCode).toBe(0);
  await expect(fetch(`${url}/healthz`)).rejects.toThrow();
});

test('a port in use is an error with advice, and leaves the files of another demo alone', async () => {
  const other = createServer();
  onTestFinished(() => void other.close());
  await new Promise<void>((resolve) => other.listen({ host: '127.0.0.1', port: 0 }, resolve));
  const address = other.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const { exitCode, out, err } = await runCrossvault(['demo', '--exit', '--port', String(port)], { cwd });
  expect({ exitCode, out }).toEqual({ exitCode: 7, out: '' });
  expect(err).toMatch(new RegExp(`^crossvault: Port ${port} on 127\\.0\\.0\\.1 is in use, .*--port`));
  await expect(access(join(cwd, '.crossvault'))).rejects.toThrow();
});

test('a folder that cannot be written is reported', async () => {
  await writeFile(join(cwd, '.crossvault'), 'a file');
  const { exitCode, err } = await runCrossvault(['demo', '--exit', ...small], { cwd });
  expect(exitCode).toBe(7);
  expect(err).toContain('The demo cannot write its configuration');
});

test('an interruption while it starts is exit code 130', async () => {
  const signal = AbortSignal.abort();
  expect(await runCrossvault(['demo', '--exit', ...small], { cwd, signal })).toMatchObject({ exitCode: 130 });
});

test.each([
  ['2026-03-02T07:00:00Z', '2026-03-01T18:00:00.000Z'],
  ['2026-03-02T06:00:00Z', '2026-03-01T18:00:00.000Z'],
  ['2026-03-02T05:59:59Z', '2026-02-28T18:00:00.000Z'],
  ['2026-03-02T23:59:59Z', '2026-03-01T18:00:00.000Z'],
])('at %s the last evening with a whole night behind it is %s', (now, evening) => {
  expect(new Date(lastEveningMs(Date.parse(now))).toISOString()).toBe(evening);
});
