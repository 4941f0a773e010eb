import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../..');
/** What the generated package has installed: the same packages as an example of a connector. */
const installed = join(root, 'examples/own-connector/node_modules');

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'crossvault-new-vendor-'));
  await run(join(import.meta.dirname, 'new-vendor.ts'), ['acme', '--outside', join(folder, 'acme')]);
  symlinkSync(installed, join(folder, 'acme/node_modules'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a program of Node in the folder; what it printed, and whether it ended well. */
async function run(program: string, args: readonly string[], cwd = folder): Promise<{ ok: boolean; printed: string }> {
  const environment = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, VITEST: undefined };
  try {
    const done = await promisify(execFile)(process.execPath, [program, ...args], { cwd, env: environment });
    return { ok: true, printed: done.stdout + done.stderr };
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    return { ok: false, printed: String(stdout) + String(stderr) };
  }
}

const acme = (path: string): string => join(folder, 'acme', path);
const runTests = () => run(acme('node_modules/vitest/vitest.mjs'), ['run'], acme(''));
const checkTypes = () => run(join(root, 'node_modules/typescript/bin/tsc'), ['--noEmit'], acme(''));

function patch(path: string, changes: readonly (readonly [from: string, to: string])[]): void {
  let text = readFileSync(acme(path), 'utf8');
  for (const [from, to] of changes) {
    expect(text).toContain(from);
    text = text.replace(from, to);
  }
  writeFileSync(acme(path), text);
}

test('a new package type-checks, and its one failing test says what to do first', async () => {
  expect(await checkTypes()).toEqual({ ok: true, printed: '' });
  const { ok, printed } = await runTests();
  expect(ok).toBe(false);
  expect(printed).toMatch(
    /Error: Write the vendor's words into statusWords and kindWords of src\/mapping\/words\.ts\./,
  );
  expect(printed).toMatch(/Tests {2}1 failed \| \d+ passed \(/);
});

test('with the words in its table, the failing test names the rules that are missing', async () => {
  patch('src/mapping/words.ts', [
    ['defineWords<JobStatus>({})', "defineWords<JobStatus>({ failed: ['Failed'], succeeded: ['Done'] })"],
    ['defineWords<JobKind>({})', "defineWords<JobKind>({ backup: ['Backup'], restore: ['Restore'] })"],
  ]);
  const { printed } = await runTests();
  expect(printed).toMatch(/Error: Write the rules of startedAt, endedAt in src\/mapping\/map-job\.ts/);
});

test('with the mapping written, everything is green: the whole suite, the types and the README', async () => {
  const rule = (field: string) =>
    `{ from: ['${field}'], rule: 'Reads it in UTC.', read: ({ job }) => readInstant(job.${field}) }`;
  patch('src/mapping/map-job.ts', [
    ['startedAt: notReported(null)', `startedAt: ${rule('startTime')}`],
    ['endedAt: notReported(null)', `endedAt: ${rule('endTime')}`],
    ['notReported, readText', 'notReported, readInstant, readText'],
  ]);
  const { ok, printed } = await runTests();
  expect(printed).not.toContain('FAIL');
  expect(ok).toBe(true);
  expect(Number(/Tests {2}(\d+) passed/.exec(printed)?.[1])).toBeGreaterThan(100);

  const [, example = ''] = /^```ts\n([\s\S]*?)^```$/m.exec(readFileSync(acme('README.md'), 'utf8')) ?? [];
  // Its own name resolves to what is built, as for those who install it.
  writeFileSync(acme('src/example.ts'), example.replace("from 'acme'", "from './index.ts'"));
  expect(await checkTypes()).toEqual({ ok: true, printed: '' });
  expect(await run(acme('src/example.ts'), [])).toEqual({ ok: true, printed: '' });
});

test('a connector that finds no job and takes any answer for an empty list does not pass', async () => {
  patch('src/connector/connector.ts', [
    ['return record === null ? [] : [record.key];', 'return record === null ? [] : [];'],
    ["if (!Array.isArray(items)) throw unreadableAnswer(connection, 'The list of jobs came without items.');", ''],
    ['isJsonObject(body) ? jobListWire.parse(body) : {};', '{ items: [], ...(isJsonObject(body) ? body : {}) };'],
  ]);
  const { ok, printed } = await runTests();
  expect(ok).toBe(false);
  expect(printed).toMatch(/FAIL .* what was listed can be read whole and found by its native id/);
  expect(printed).toMatch(/FAIL .* takes null for no list of jobs/);
});
