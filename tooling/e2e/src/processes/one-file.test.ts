import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRandom, type Simulators, writeConfiguration } from '@crossvault/simulators';
import { afterEach, expect, test, vi } from 'vitest';
import { compareHistory, soundHistory } from '../sync/compare-history.ts';
import { type CrossvaultProcess, startCrossvault } from './crossvault-process.ts';
import { isWhole, look, readableVendors, startReadableFleet, wholeTruth } from './kill-server.ts';
import { createMoments, type Moments } from './moments.ts';

// Whole programs are loaded and started here: how long that takes is the machine's affair.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 60_000 });

interface OneFile {
  readonly simulators: Simulators;
  readonly configPath: string;
  readonly moments: Moments;
  serve(): CrossvaultProcess;
  run(...args: readonly string[]): Promise<{ readonly code: unknown; readonly out: string; readonly err: string }>;
}

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

async function openFile(jobs: number): Promise<OneFile> {
  const folder = await mkdtemp(join(tmpdir(), 'crossvault-one-file-'));
  closing.push(() => rm(folder, { recursive: true, force: true }));
  const vendors = readableVendors;
  const simulators = await startReadableFleet(jobs);
  closing.push(() => simulators.close());
  const configPath = await writeConfiguration(
    folder,
    vendors.map((id) => simulators.vendor(id)),
  );
  const moments = createMoments(folder);
  closing.push(() => moments.close());
  const start = (args: readonly string[]): CrossvaultProcess => {
    const started = startCrossvault([...args, '--config', configPath]);
    closing.push(() => started.child.kill('SIGKILL'));
    return started;
  };
  return {
    simulators,
    configPath,
    moments,
    serve: () => start(['serve', '--listen', '127.0.0.1:0']),
    async run(...args) {
      const { ended, said } = start(args);
      const code = await ended;
      return { code, ...said };
    },
  };
}

const addressOf = (server: CrossvaultProcess): Promise<string> => server.output(/http:\/\/127\.0\.0\.1:\d+/);

test('commands read the file that a server writes as fast as it can, and none reports that it is locked', async () => {
  const { simulators, configPath, moments, serve, run } = await openFile(3_000);
  const before = new Date(simulators.clock.now()).toISOString();
  const server = serve();
  await addressOf(server);
  const readings = [
    ['jobs', 'list', '--limit', '20', '-o', 'json'],
    ['summary', '-o', 'json'],
    ['store', 'info', '-o', 'json'],
    ['connections', 'list', '-o', 'json'],
    ['export', '-o', 'ndjson'],
  ];
  const answers: Awaited<ReturnType<typeof run>>[] = [];
  let isOver = false;
  const writing = look({ configPath }, (runtime) => moments.until(() => isWhole(runtime))).finally(() => {
    isOver = true;
  });
  for (let index = 0; !isOver || index < readings.length; index += 1) {
    answers.push(await run(...(readings[index % readings.length] ?? [])));
  }
  await writing;
  expect(answers.filter(({ code }) => code !== 0)).toEqual([]);
  server.child.kill('SIGTERM');
  expect(await server.ended).toBe(0);
  expect(answers.map(({ err }) => err).join('') + server.said.err).not.toMatch(/locked|busy/i);
  await look({ configPath }, async ({ store }) => {
    if (store === null) throw new Error('There is no store.');
    expect(await compareHistory(store, wholeTruth(simulators, before))).toEqual(soundHistory);
  });
});

test('of two servers on one file one syncs and both answer; after it is killed the other one syncs', async () => {
  const { simulators, configPath, moments, serve } = await openFile(300);
  const servers = [serve(), serve()];
  const addresses = await Promise.all(servers.map(addressOf));
  const before = new Date(simulators.clock.now()).toISOString();
  // What runs and what begins changes between two questions; what had ended does not.
  const listedBy = async (address: string | undefined): Promise<readonly string[]> => {
    const { data } = JSON.parse(await (await fetch(`${address}/v1/jobs?limit=50&startedBefore=${before}`)).text());
    const jobs: readonly { readonly id: string; readonly endedAt: string | null }[] = data;
    return jobs.filter(({ endedAt }) => (endedAt ?? '~') < before).map(({ id }) => id);
  };
  await look({ configPath }, async (runtime) => {
    const { store } = runtime;
    if (store === null) throw new Error('There is no store.');
    await moments.until(() => isWhole(runtime));
    const listed = await listedBy(addresses[0]);
    expect(listed.length).toBeGreaterThan(10);
    expect(await listedBy(addresses[1])).toEqual(listed);
    const names = readableVendors.map((id) => `sync:${simulators.vendor(id).connection.name}`);
    const owners = await Promise.all(names.map((name) => store.leaseOwner(name)));
    const [owner] = owners;
    const dead = servers.findIndex(({ child }) => owner?.includes(`,${child.pid},`));
    const [first, second] = dead === 0 ? servers : servers.toReversed();
    if (first === undefined || second === undefined) throw new Error('Two servers run.');
    first.child.kill('SIGKILL');
    await first.ended;
    const vendor = simulators.vendor('veeam-azure');
    const added = vendor.addJob({ status: 'failed' });
    await moments.until(async () => (await store.findByNativeId(null, added)).length === 1);
    second.child.kill('SIGTERM');
    expect(await second.ended).toBe(0);
    // A lease of the killed process that no other process has claimed is still under its name.
    const held = await Promise.all(names.map((name) => store.leaseOwner(name)));
    expect(held.filter((each) => each?.includes(`,${second.child.pid},`))).toEqual([]);
  });
});

test('a server that is stopped during a sync ends and releases its leases, even with hanging vendors; a second signal ends it at once', async () => {
  const { simulators, configPath, moments, serve } = await openFile(300);
  const random = createRandom(20261125);
  for (const id of readableVendors)
    simulators.vendor(id).faults.script([{ on: { times: 'always' }, fault: { kind: 'hang' } }]);
  const server = serve();
  await new Promise<void>((resolve) => moments.at('request', random.integer(1, 3), resolve));
  await addressOf(server);
  server.child.kill('SIGTERM');
  expect(await server.ended).toBe(0);
  await look({ configPath }, async ({ store }) => {
    for (const id of readableVendors)
      expect(await store?.leaseOwner(`sync:${simulators.vendor(id).connection.name}`)).toBeNull();
  });

  const impatient = serve();
  await new Promise<void>((resolve) => moments.at('request', 1, resolve));
  await addressOf(impatient);
  impatient.child.kill('SIGTERM');
  // The first signal has been heard once the server takes no connections any more.
  await impatient.output(/stopping/);
  impatient.child.kill('SIGTERM');
  expect(await impatient.ended).toBe('SIGTERM');
});
