import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { worldOf } from '@crossvault/harness';
import { openRuntime } from '@crossvault/runtime';
import { type Simulators, startSimulators, writeConfiguration } from '@crossvault/simulators';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Run, runCrossvault } from './testing/run-crossvault.ts';

// Whole programs are loaded and started here: how long that takes is the machine's affair.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const item =
  '/subscriptions/ef4ab5a7-c2c0-4304-af80-af49f48af3d1/resourcegroups/azurefiles/providers/microsoft.recoveryservices/vaults/azurefilesvault/backupfabrics/azure/protectioncontainers/storagecontainer;storage;azurefiles;testvault2/protecteditems/azurefileshare;testshare';

let simulators: Simulators;
let cwd: string;
beforeAll(async () => {
  simulators = await startSimulators({ vendors: ['azure-backup'], jobs: 4 });
  cwd = await mkdtemp(join(tmpdir(), 'crossvault-story-'));
  await writeConfiguration(cwd, Object.values(simulators.vendors));
  // In real time, so that everything is loaded before a clock jumps over the waits.
  await runCrossvault(['items', 'list'], { cwd });
});
afterAll(async () => {
  await worldOf(simulators).close();
  await simulators.close();
  await rm(cwd, { recursive: true });
});

function run(...argv: string[]): Promise<Run> {
  const { clock, fetch } = worldOf(simulators);
  return runCrossvault(argv, { cwd, clock, openRuntime: (options) => openRuntime({ ...options, clock, fetch }) });
}

const read = async (...argv: string[]): Promise<unknown> => JSON.parse((await run(...argv, '-o', 'json')).out);

/** Everything that changed something, as Azure got it: method and path, which it compares without case. */
const writes = (): string[] =>
  simulators
    .vendor('azure-backup')
    .requests.filter(({ method, path }) => method !== 'GET' && !path.includes('/oauth2/'))
    .map(({ method, path }) => `${method} ${decodeURIComponent(path.replace(/\?.*$/, '')).toLowerCase()}`);

describe("the reference page's file share, in the command line", () => {
  test.each<[argv: string, action: string, sent: string, then: object]>([
    ['change-plan testshare --plan schedule2', 'change-plan', `PUT ${item}`, { plan: { name: 'schedule2' } }],
    ['back-up testshare --keep-until 2030-01-01T00:00:00Z', 'back-up', `POST ${item}/backup`, {}],
    ['stop-protection testshare --data retain', 'stop-protection', `PUT ${item}`, { protection: 'stopped' }],
    ['resume-protection testshare --plan schedule2', 'resume-protection', `PUT ${item}`, { protection: 'protected' }],
  ])('items %s', async (argv, action, sent, then) => {
    const before = writes().length;
    expect(await read('items', ...argv.split(' '), '--wait')).toMatchObject({
      action,
      targetName: 'testshare',
      connection: 'azure-prod',
      status: 'done',
      outcome: 'succeeded',
      jobs: [{ status: 'succeeded' }],
    });
    expect(writes().slice(before)).toEqual([sent]);
    expect(await read('items', 'get', 'testshare')).toMatchObject({ protection: 'protected', ...then });
  });

  test('its data is deleted only with its name as confirmation, and a dry run shows the requests', async () => {
    const before = writes().length;
    const argv = ['items', 'stop-protection', 'testshare', '--data', 'delete'];
    expect(await read(...argv, '--dry-run')).toMatchObject({
      needs: 'destroy',
      confirm: 'testshare',
      requests: [{ method: 'DELETE', body: null }],
    });
    expect((await run(...argv, '--wait')).exitCode).toBe(2);
    expect((await run(...argv, '--wait', '--confirm', 'othershare')).exitCode).toBe(2);
    expect(writes()).toHaveLength(before);
    const deleted = await run(...argv, '--wait', '--confirm', 'testshare');
    expect([deleted.exitCode, deleted.err]).toEqual([0, '']);
    expect(writes().slice(before)).toEqual([`DELETE ${item}`]);
  });

  test('all of it is among the operations, and in the audit log with what was refused', async () => {
    const { data: operations }: { data: { action: string }[] } = JSON.parse(
      (await run('operations', 'list', '-o', 'json')).out,
    );
    expect(operations.map(({ action }) => action)).toEqual([
      'stop-protection',
      'resume-protection',
      'stop-protection',
      'back-up',
      'change-plan',
    ]);
    const audit = (await run('audit', '--limit', '500', '-o', 'ndjson')).out;
    expect(audit).toContain('confirmation-needed');
    expect(audit.match(/"event":"sending"/g)).toHaveLength(5);
  });
});
