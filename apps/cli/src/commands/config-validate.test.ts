import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { runCrossvault } from '../testing/run-crossvault.ts';

// Whole programs are loaded and started here: how long that takes is the machine's affair.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'crossvault-cli-'));
});
afterEach(() => rm(cwd, { recursive: true }));

const good = `  - name: good
    vendor: veeam-azure
    baseUrl: https://veeam.example.net
    credential: { type: password, username: reader, password: \${PASSWORD} }
`;
const strange = `  - name: strange
    vendor: unknown
`;
const silent = `  - name: silent
    vendor: veeam-azure
    baseUrl: https://veeam.example.net
    credential: { type: password, username: reader, password: \${UNSET} }
`;

async function run(text: string | null, ...argv: string[]) {
  if (text !== null) await writeFile(join(cwd, 'crossvault.yaml'), text);
  return runCrossvault(argv, { cwd, environment: { PASSWORD: 'pa55word' } });
}
const validate = (text: string | null, ...argv: string[]) => run(text, 'config', 'validate', ...argv);

test('a valid file is shown and is exit code 0', async () => {
  const { exitCode, out, err } = await validate(`connections:\n${good}`);
  expect(exitCode).toBe(0);
  expect(out).toMatch(/good +veeam-azure +2 +ok/);
  expect(err).toContain('crossvault.yaml: listens on 127.0.0.1:8484, store sqlite');
});

test('every fault of every connection is reported with file and line, and no secret', async () => {
  const { exitCode, out, err } = await validate(`connections:\n${good}${strange}${silent}`);
  expect(exitCode).toBe(7);
  expect(out).toMatch(/strange +unknown +6 +configuration-invalid/);
  expect(out).toMatch(/silent +veeam-azure +8 +secret-missing/);
  expect(err).toMatch(/crossvault\.yaml:7: .*unknown.*neither a known vendor nor a package/);
  expect(err).toMatch(/crossvault\.yaml:11: .*UNSET, which is not set/);
  expect(out + err).not.toContain('pa55word');
});

test('as data, the configuration goes to stdout and the faults to stderr', async () => {
  const { exitCode, out, err } = await validate(`connections:\n${good}${silent}`, '-o', 'json');
  expect(exitCode).toBe(7);
  expect(JSON.parse(out)).toMatchObject({
    file: join(cwd, 'crossvault.yaml'),
    server: { host: '127.0.0.1', port: 8484 },
    connections: [
      { name: 'good', ok: true, problem: null },
      { name: 'silent', ok: false, problem: { code: 'secret-missing' } },
    ],
  });
  expect(JSON.parse(err)).toMatchObject({ code: 'secret-missing', status: 424 });
});

test.each([
  ['an unknown key', `connections:\n${good}colour: red\n`, 'crossvault.yaml:6'],
  ['two connections of one name', `connections:\n${good}${good}`, 'name of the connection in line 2'],
  ['no connections', 'connections: []\n', 'at least one connection'],
  ['broken YAML', 'connections: [\n', 'crossvault.yaml:'],
  ['an empty file', '', 'the file is empty'],
  ['a missing file', null, 'does not exist'],
] as const)('%s stops every command with exit code 7', async (_case, text, reason) => {
  for (const argv of [['config', 'validate'], ['jobs', 'list'], ['connections', 'list'], ['serve']]) {
    const { exitCode, out, err } = await run(text, ...argv);
    expect({ exitCode, out }).toEqual({ exitCode: 7, out: '' });
    expect(err).toMatch(/^crossvault: /);
    expect(err).toContain(reason);
    expect(err).not.toMatch(/\bat \S+ \(/);
  }
});

test('--config and CROSSVAULT_CONFIG name another file', async () => {
  await writeFile(join(cwd, 'other.yaml'), `connections:\n${good}`);
  const environment = { PASSWORD: 'x' };
  const named = await runCrossvault(['config', 'validate', '--config', 'other.yaml'], { cwd, environment });
  const set = await runCrossvault(['config', 'validate'], {
    cwd,
    environment: { ...environment, CROSSVAULT_CONFIG: join(cwd, 'other.yaml') },
  });
  expect([named.exitCode, set.exitCode]).toEqual([0, 0]);
});

test('a fault of one connection makes it a source that failed: 7 where it is alone', async () => {
  const { exitCode, out, err } = await run(`connections:\n${strange}`, 'jobs', 'list');
  expect({ exitCode, out }).toEqual({ exitCode: 7, out: '' });
  expect(err).toMatch(/strange \(unknown\) failed: crossvault\.yaml:3/);
});

test('unverified TLS causes a warning wherever it is used', async () => {
  const { err } = await run(`connections:\n${good}    tls: { insecure: true }\n`, 'connections', 'list');
  expect(err).toContain('good: TLS certificates are NOT checked here');
});

test('its advice never names the same command, and that of every other command does', async () => {
  const hint = '"crossvault config validate" checks the whole file';
  expect((await validate(`connections:\n${strange}`)).err).not.toContain(hint);
  expect((await run('connections: []\n', 'jobs', 'list')).err).toContain(hint);
});

test('a warning is shown and is no fault', async () => {
  const { exitCode, out, err } = await validate(
    `connections:\n${good.replace('https', 'http')}    tls: { insecure: true }\n`,
  );
  expect(exitCode).toBe(0);
  expect(out).toMatch(/ok, with a warning/);
  expect(err).toContain('crossvault.yaml:4: connections[0].baseUrl is a plain http address');
});
