import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { problemSchema } from '@crossvault/core';
import { createFakeVendor, jobsAt } from '@crossvault/testkit';
import { expect, test, vi } from 'vitest';
import { openFakes } from './testing/fake-runtime.ts';
import { runCrossvault } from './testing/run-crossvault.ts';

// Whole programs are loaded and started here: how long that takes is the machine's affair.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const run = promisify(execFile);

test('help is data on stdout and exit code 0, for the whole and for every command', async () => {
  const whole = await runCrossvault(['--help']);
  expect(whole).toMatchObject({ exitCode: 0, err: '' });
  for (const noun of ['jobs', 'connections', 'config', 'serve', 'demo']) expect(whole.out).toContain(noun);
  const list = await runCrossvault(['jobs', 'list', '--help']);
  for (const option of ['--problem', '--since', '--status', '--kind', '--vendor', '--connection', '--target', '--plan'])
    expect(list.out).toContain(option);
  for (const option of ['--trigger', '--native-id', '--started-after', '--started-before', '--text', '--sort'])
    expect(list.out).toContain(option);
  for (const option of ['--limit', '--cursor', '--all', '--strict', '--include', '--no-cache', '--output', '--config'])
    expect(list.out).toContain(option);
});

test('the version is that of the package', async () => {
  const { exitCode, out } = await runCrossvault(['--version']);
  expect(exitCode).toBe(0);
  expect(out).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test('help and version do not load the large packages', async () => {
  const script = `
    import { registerHooks } from 'node:module';
    const loaded = [];
    registerHooks({ resolve(specifier, context, next) { loaded.push(specifier); return next(specifier, context); } });
    const { runCommand } = await import(${JSON.stringify(new URL('./run-command.ts', import.meta.url).href)});
    const quiet = { write() {} };
    const io = { stdout: quiet, stderr: quiet, cwd: '/', signal: new AbortController().signal };
    for (const argv of [['--help'], ['--version'], ['jobs', 'list', '--help']]) await runCommand(argv, io);
    console.log(JSON.stringify(loaded.filter((specifier) => !/^(node:|[./]|file:)/.test(specifier))));
  `;
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script]);
  expect([...new Set(JSON.parse(stdout))]).toEqual(['commander']);
});

test.each([
  [['jobs', 'list', '--bogus'], 'unknown-parameter', "unknown option '--bogus'"],
  [['jobs', 'lst'], 'unknown-parameter', "unknown command 'lst' (Did you mean list?)"],
  [['nonsense'], 'unknown-parameter', "unknown command 'nonsense'"],
  [['job', 'list'], 'unknown-parameter', "unknown command 'job' (Did you mean jobs?)"],
  [['--no-color', 'plans', 'lst'], 'unknown-parameter', "unknown command 'lst' (Did you mean list?)"],
  [['jobs', 'list', '-o', 'xml'], 'invalid-parameter', 'Allowed choices are table, json, ndjson, yaml.'],
  [['jobs', 'list', 'stray'], 'invalid-parameter', 'too many arguments'],
  [['jobs', 'get'], 'invalid-parameter', "missing required argument 'ref'"],
  [['jobs', 'list', '--limit'], 'invalid-parameter', "option '--limit <n>' argument missing"],
  [['jobs', 'list', '--limit', '501'], 'invalid-parameter', 'a whole number from 1 to 500'],
  [['jobs', 'list', '--limit', '0'], 'invalid-parameter', 'a whole number from 1 to 500'],
  [['jobs', 'list', '--limit', 'ten'], 'invalid-parameter', '"ten" is not allowed'],
  [['jobs', 'list', '--status', 'failed,faild'], 'invalid-parameter', 'one of queued, running, cancelling'],
  [['jobs', 'list', '--kind', 'bakcup'], 'invalid-parameter', 'one of backup, snapshot, archive'],
  [['jobs', 'list', '--trigger', 'other'], 'invalid-parameter', 'one of scheduled, manual, unknown'],
  [['jobs', 'list', '--sort', 'size'], 'invalid-parameter', 'one of -startedAt, startedAt'],
  [['jobs', 'list', '--include', 'all'], 'invalid-parameter', 'one of raw, tasks'],
  [['jobs', 'get', 'x', '--include', 'tasks'], 'invalid-parameter', 'one of raw'],
  [['jobs', 'list', '--target', ''], 'invalid-parameter', 'a text that is not empty'],
  [['jobs', 'list', '--text', ' '], 'invalid-parameter', 'a text that is not empty'],
  [['jobs', 'list', '--since', 'yesterday'], 'invalid-parameter', '"yesterday" is neither a span nor an instant'],
  [['jobs', 'list', '--started-after', '2026-01-31'], 'invalid-parameter', 'RFC 3339 with a zone'],
  [['jobs', 'list', '--sort', 'startedAt'], 'sort-needs-window', 'startedAfter'],
  [['jobs', 'list', '--cursor', 'nonsense'], 'invalid-cursor', 'cannot be read'],
  [['jobs', 'list', '--connection', 'elsewhere'], 'invalid-parameter', 'Configured: a'],
  [['jobs', 'list', '--vendor', 'other'], 'invalid-parameter', 'Configured: fake'],
  [['demo', '--port', '70000'], 'invalid-parameter', 'a whole number from 0 to 65535'],
  [['demo', '--jobs', 'many'], 'invalid-parameter', '--jobs'],
  [['serve', '--listen', '0.0.0.0'], 'invalid-parameter', 'must be a host and a port'],
])('%j is a usage error that says what is allowed', async (argv, code, reason) => {
  const options = { openRuntime: openFakes({ a: createFakeVendor({ jobs: jobsAt('a', [1]) }) }) };
  const forPeople = await runCrossvault(argv, options);
  expect(forPeople).toMatchObject({ exitCode: 2, out: '' });
  expect(forPeople.err).toMatch(/^crossvault: /);
  expect(forPeople.err).toContain(reason);
  if (argv.includes('xml')) return;

  const forPrograms = await runCrossvault(['-o', 'json', ...argv], options);
  expect(forPrograms).toMatchObject({ exitCode: 2, out: '' });
  const problem = problemSchema.parse(JSON.parse(forPrograms.err));
  expect(problem.code).toBe(code);
  expect(problem.detail).toContain(reason);
});

test.each([[[]], [['jobs']], [['config']]])('%j alone shows what there is, as a usage error', async (argv) => {
  const { exitCode, out, err } = await runCrossvault(argv);
  expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
  expect(err).toContain('Commands:');
});

test('options that every command takes may stand before and behind it', async () => {
  const openRuntime = openFakes({ a: createFakeVendor({ jobs: jobsAt('a', [1]) }) });
  for (const argv of [
    ['-o', 'json', 'jobs', 'list'],
    ['jobs', 'list', '--output=json'],
    ['jobs', '-ojson', 'list'],
  ]) {
    expect(JSON.parse((await runCrossvault(argv, { openRuntime })).out)).toMatchObject({ complete: true });
  }
});

test('an unexpected failure is one line without a stack, and exit code 1', async () => {
  const openRuntime = () => Promise.reject(new TypeError('x is not a function'));
  expect(await runCrossvault(['jobs', 'list'], { openRuntime })).toEqual({
    exitCode: 1,
    out: '',
    err: 'crossvault: x is not a function\n',
  });
});

test('an interruption is exit code 130, whatever it broke off', async () => {
  const interruption = new AbortController();
  const openRuntime = openFakes({ slow: createFakeVendor({ hangs: true }) });
  const running = runCrossvault(['jobs', 'list', '-o', 'json'], { openRuntime, signal: interruption.signal });
  setImmediate(() => interruption.abort());
  const { exitCode, out, err } = await running;
  expect({ exitCode, out }).toEqual({ exitCode: 130, out: '' });
  expect(JSON.parse(err)).toMatchObject({ code: 'interrupted' });
});

test('a closed pipe ends the command without an error', async () => {
  const openRuntime = openFakes({ a: createFakeVendor({ jobs: jobsAt('a', [1, 2]) }) });
  const writeError = Object.assign(new Error('write EPIPE'), { code: 'EPIPE' });
  for (const form of ['table', 'json', 'ndjson', 'yaml']) {
    const ended = await runCrossvault(['jobs', 'list', '-o', form], { openRuntime, writeError });
    expect(ended).toEqual({ exitCode: 0, out: '', err: '' });
  }
});

test('a disk that is full is an error', async () => {
  const openRuntime = openFakes({ a: createFakeVendor({ jobs: jobsAt('a', [1]) }) });
  const writeError = Object.assign(new Error('write ENOSPC'), { code: 'ENOSPC' });
  expect(await runCrossvault(['jobs', 'list'], { openRuntime, writeError })).toMatchObject({ exitCode: 1 });
});
