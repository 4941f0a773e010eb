import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { inflateRawSync } from 'node:zlib';
import { createServer } from '@crossvault/api';
import { CrossvaultError, Secret, toProblem } from '@crossvault/core';
import { worldOf } from '@crossvault/harness';
import { createLogger, loadVendorDefinitions, openRuntime, type Runtime } from '@crossvault/runtime';
import { type Simulators, startSimulators, writeConfiguration } from '@crossvault/simulators';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createEcho, findSecrets, plainSecret, planted, plantedFields, secretsOf } from './planted-secrets.ts';

const call = { signal: new AbortController().signal };

let simulators: Simulators;
let folder: string;
let runtime: Runtime;
let echo: ReturnType<typeof createEcho>;
/** Everything that was written anywhere: log lines, answers, errors. */
let written: string[];

beforeEach(async () => {
  written = [];
  echo = createEcho();
  simulators = await startSimulators({ jobs: 24, running: true });
  const vendors = Object.values(simulators.vendors);
  for (const vendor of vendors) {
    for (const { nativeId } of vendor.truth().slice(0, 3)) vendor.changeJob(nativeId, { merge: plantedFields });
    vendor.addJob({ raw: { ...plantedFields, nameless: true } });
  }
  folder = await mkdtemp(join(tmpdir(), 'crossvault-secrets-'));
  const logger = createLogger({ level: 'debug', destination: { write: (line) => written.push(line) } });
  runtime = await openRuntime({
    configPath: await writeConfiguration(folder, vendors),
    environment: {},
    vendors: (await loadVendorDefinitions()).map(echo.listen),
    logger,
    keepHistory: true,
  });
  await secretIsKnown(logger);
});
afterEach(async () => {
  await runtime.close();
  await worldOf(simulators).close();
  await simulators.close();
  await rm(folder, { recursive: true, force: true });
});

/** A secret that looks like nothing, in every place where something is printed. */
async function secretIsKnown(logger: ReturnType<typeof createLogger>): Promise<void> {
  const secret = new Secret(plainSecret);
  const inUrl = encodeURIComponent(plainSecret);
  const error = new Error(`it was ${plainSecret}`, { cause: new Error(`no, ${btoa(plainSecret)}`) });
  logger.error({ a: { b: [{ c: plainSecret }] }, error, secret, headers: { 'x-custom': plainSecret } }, plainSecret);
  logger.warn({ [`metric_${'label'}`]: plainSecret, url: `https://h/?q=${inUrl}` }, `see https://h/${inUrl}`);
  const wrapped = new CrossvaultError({ code: 'source-error', message: `said ${plainSecret}`, cause: error });
  written.push(JSON.stringify(toProblem(wrapped)), String(wrapped), wrapped.message, JSON.stringify({ secret }));
}

/** Asks everything that can be asked, over REST and of the engine itself. */
async function askEverything(): Promise<void> {
  const server = await createServer({
    engine: runtime.engine,
    listen: { host: '127.0.0.1', port: 0 },
    logger: createLogger({ level: 'debug', destination: { write: (line) => written.push(line) } }),
    clock: { now: Date.now, monotonicMs: () => performance.now(), sleep: () => new Promise(() => undefined) },
  });
  const ask = async (path: string, init?: RequestInit): Promise<string> => {
    const response = await fetch(`${server.url}${path}`, init);
    const text = await response.text();
    written.push(text, JSON.stringify([...response.headers]));
    return text;
  };
  try {
    for (const name of runtime.engine.connectionNames) {
      await ask(`/v1/connections/${name}/sync`, { method: 'POST', headers: { Prefer: 'wait=30' } });
    }
    await ask('/v1/jobs?startedAfter=all&limit=500&include=raw,tasks');
    await ask('/v1/jobs?strict=true&startedAfter=all');
    for (const { nativeId, vendor } of simulators.truth().filter((_job, index) => index % 4 === 0)) {
      const found = await ask(`/v1/jobs?nativeId=${encodeURIComponent(nativeId)}&include=raw&vendor=${vendor}`);
      const id = /"id":"([^"]+)"/.exec(found)?.[1];
      if (id === undefined) continue;
      for (const path of ['?include=raw', '/explain', '/log']) await ask(`/v1/jobs/${encodeURIComponent(id)}${path}`);
    }
    await askInventory(ask);
    for (const word of ['PLANTED', plainSecret.slice(0, 11), ...echo.sent().map((text) => text.slice(0, 20))]) {
      for (const list of ['jobs?startedAfter=all&', 'plans?', 'protected-items?']) {
        const found = await ask(`/v1/${list}q=${encodeURIComponent(word)}`);
        if (found.includes('"data"')) expect(JSON.parse(found).data, `${list} ${word}`).toEqual([]);
      }
    }
    await ask('/v1/summary?since=9000d');
    await ask('/v1/changes?limit=1000');
    await ask('/v1/connections');
    for (const name of runtime.engine.connectionNames) {
      await ask(`/v1/connections/${name}/probe`, { method: 'POST' });
      await ask(`/v1/connections/${name}`);
      written.push(JSON.stringify(await runtime.engine.probe(name, call)));
    }
    written.push(JSON.stringify(runtime.configuration), String(runtime.configuration));
  } finally {
    await server.close();
  }
}

/** Plans and items, each alone as well, and all that hangs on them. */
async function askInventory(ask: (path: string) => Promise<string>): Promise<void> {
  for (const list of ['plans', 'protected-items']) {
    const page = await ask(`/v1/${list}?limit=500&include=raw`);
    for (const [, id = ''] of [...page.matchAll(/"id":"([\w-]+)","connection"/g)].slice(0, 12)) {
      await ask(`/v1/${list}/${id}?include=raw`);
      if (list !== 'plans') await ask(`/v1/${list}/${id}/recovery-points`);
    }
  }
  for (const name of runtime.engine.connectionNames) await ask(`/v1/connections/${name}/containers`);
  await ask('/v1/operations');
}

/** Every text in the store's tables, with what is packed in them. */
async function readStore(): Promise<readonly string[]> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.db'));
  return names.flatMap((name) => {
    const db = new DatabaseSync(join(folder, name), { readOnly: true });
    const tables = db.prepare("select name from sqlite_master where type = 'table' and sql not like '%virtual%'").all();
    const rows = tables.flatMap((table) => db.prepare(`select * from "${String(table['name'])}"`).all());
    db.close();
    return rows.map((row) =>
      Object.values(row)
        .map((value) => (value instanceof Uint8Array ? unpacked(value) : String(value)))
        .join(' '),
    );
  });
}

function unpacked(bytes: Uint8Array): string {
  try {
    return inflateRawSync(bytes).toString('utf8');
  } catch {
    return Buffer.from(bytes).toString('latin1');
  }
}

const everySecret = (): readonly string[] => [
  plainSecret,
  ...planted,
  ...secretsOf(Object.values(simulators.vendors)),
  ...echo.sent(),
];

test('whatever is read, written and refused, no secret is ever seen', async () => {
  await askEverything();
  const calm = written.length;
  expect(written.join('\n')).toContain('"raw"');
  const stored = await readStore();
  expect(stored.length).toBeGreaterThan(50);
  for (const text of stored) expect(findSecrets(text, everySecret()), text.slice(0, 3000)).toEqual([]);
  echo.echo(true);
  await askEverything();
  expect(written.slice(calm).join('\n')).toContain('refused: ');
  expect(echo.sent().length).toBeGreaterThan(4);
  for (const text of written) expect(findSecrets(text, everySecret()), text.slice(0, 3000)).toEqual([]);
});

test('the search finds a secret in every form', () => {
  const secret = 'a+b/c d&e=f"g';
  const forms = [secret, btoa(secret), encodeURIComponent(secret), JSON.stringify({ secret })];
  for (const form of forms) expect(findSecrets(`x ${form} y`, [secret])).toEqual([secret]);
  expect(findSecrets('nothing', [secret])).toEqual([]);
});
