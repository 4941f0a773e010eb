import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type JobPage, jobPageSchema, jobViewSchema, syncAnswerSchema } from '@crossvault/core';
import { documentedExamples } from '@crossvault/harness';
import { createSystemClock, openRuntime } from '@crossvault/runtime';
import { type Simulators, startSimulators, writeConfiguration } from '@crossvault/simulators';
import { silentLogger } from '@crossvault/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createServer, type RunningServer } from './index.ts';

const closers: (() => Promise<unknown>)[] = [];
let simulators: Simulators;
let server: RunningServer;

/** A facade whose store goes back a week, over vendors that have jobs of years ago. */
beforeAll(async () => {
  simulators = await startSimulators({ jobs: 60, days: 3 });
  closers.unshift(simulators.close);
  const folder = await mkdtemp(join(tmpdir(), 'crossvault-examples-'));
  closers.unshift(() => rm(folder, { recursive: true }));
  const configPath = await writeConfiguration(folder, Object.values(simulators.vendors));
  const written = await readFile(configPath, 'utf8');
  const shallow = written.replaceAll(/^( +)vendor:/gm, '$1historyDays: 7\n$1vendor:');
  await writeFile(configPath, `${shallow}\nstore: { type: sqlite, url: ./history.db }\n`);
  const runtime = await openRuntime({ configPath, environment: {}, logger: silentLogger, makeStore: true });
  closers.unshift(runtime.close);
  const listen = { host: '127.0.0.1', port: 0 };
  server = await createServer({ engine: runtime.engine, listen, logger: silentLogger, clock: createSystemClock() });
  closers.unshift(server.close);
  for (const name of runtime.engine.connectionNames) await syncWhole(name);
});
afterAll(async () => {
  for (const close of closers) await close();
});

async function syncWhole(name: string): Promise<void> {
  for (let state = 'syncing'; state === 'syncing'; ) {
    const init = { method: 'POST', headers: { Prefer: 'wait=30' } };
    const response = await fetch(`${server.url}/v1/connections/${name}/sync`, init);
    ({ state } = syncAnswerSchema.parse(await response.json()).sync ?? { state: 'no store' });
  }
}

const find = async (nativeId: string): Promise<JobPage> =>
  jobPageSchema.parse(await (await fetch(`${server.url}/v1/jobs?nativeId=${nativeId}&include=tasks`)).json());

test('documented jobs of years ago are found although history goes back a week, and stay when their vendors are gone', async () => {
  for (const [nativeId, job] of documentedExamples) {
    expect((await find(nativeId)).data, nativeId).toMatchObject([{ nativeId, ...job }]);
  }
  for (const vendor of Object.values(simulators.vendors)) await vendor.stop();
  for (const [nativeId, job] of documentedExamples) {
    const { data } = await find(nativeId);
    expect(data, nativeId).toMatchObject([{ nativeId, ...job }]);
    const got = await fetch(`${server.url}/v1/jobs/${data[0]?.id}`);
    expect(jobViewSchema.parse(await got.json()), nativeId).toMatchObject({ nativeId, ...job });
  }
});
