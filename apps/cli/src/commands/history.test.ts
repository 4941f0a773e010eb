import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFakeVendor, jobsAt, makeJob, minuteAt } from '@crossvault/testkit';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openFakes } from '../testing/fake-runtime.ts';
import { openHistoryCommand } from '../testing/history-runtime.ts';
import { nativeIdsIn } from '../testing/list-jobs.ts';
import { runCrossvault } from '../testing/run-crossvault.ts';

const oddText = '=HYPERLINK("evil"), "quoted"\nand broken';

describe('what is stored', () => {
  test('is synced, listed, summed up and brought up to date on request', async () => {
    const a = createFakeVendor({ jobs: jobsAt('a', [1, 2]) });
    const command = await openHistoryCommand({ a });
    const synced = await command.run(['connections', 'sync', '--wait']);
    expect([synced.exitCode, synced.out]).toEqual([0, expect.stringMatching(/^a: current, 2 jobs stored, 100 % /)]);
    a.jobs = jobsAt('a', [1, 2, 3]);
    expect(nativeIdsIn((await command.run(['jobs', 'list', '-o', 'ndjson'])).out)).toEqual(['a-1', 'a-0']);
    const fresh = await command.run(['jobs', 'list', '-o', 'ndjson', '--refresh', '5']);
    expect(nativeIdsIn(fresh.out)).toEqual(['a-2', 'a-1', 'a-0']);
    const summary = JSON.parse((await command.run(['summary', '--since', '30d', '-o', 'json'])).out);
    expect(summary).toMatchObject({ total: { jobs: 3, counts: { succeeded: 3 } } });
  });

  test('is reported as stale, with exit code 6, when it is no longer synced', async () => {
    const command = await openHistoryCommand({ a: createFakeVendor({ jobs: jobsAt('a', [1]) }) });
    await command.run(['connections', 'sync']);
    await command.clock.move(3_600_000);
    const { exitCode, err } = await command.run(['jobs', 'list']);
    expect([exitCode, err]).toEqual([6, expect.stringContaining('a (fake) stale: as of 2026-01-15T12:00:00.000Z')]);
  });

  test('can be maintained: info, migrate, check, vacuum, prune', async () => {
    const command = await openHistoryCommand({ a: createFakeVendor({ jobs: jobsAt('a', [1, 2]) }) });
    await command.run(['connections', 'sync']);
    const read = async (...argv: string[]) => JSON.parse((await command.run(['store', ...argv, '-o', 'json'])).out);
    expect(await read('info')).toMatchObject({ engine: 'sqlite', jobs: 2 });
    expect(await read('migrate')).toMatchObject({ schemaVersion: expect.any(Number) });
    expect(await read('check')).toEqual({ ok: true, faults: [] });
    expect(await read('vacuum')).toMatchObject({ sizeBytes: expect.any(Number) });
    expect(await read('prune', '--older-than', '1d')).toMatchObject({ deleted: 0 });
    expect(await read('prune', '--older-than', minuteAt(6.5), '--also-known')).toMatchObject({ deleted: 1 });
  });

  test('without a file, the error names the command that creates it', async () => {
    const cwd = await mkdtemp(join(tmpdir(), 'crossvault-no-store-'));
    onTestFinished(() => rm(cwd, { recursive: true }));
    await writeFile(join(cwd, 'crossvault.yaml'), 'connections: [{ name: none, vendor: none }]\n');
    for (const argv of [['summary'], ['store', 'info']]) {
      const { exitCode, err } = await runCrossvault(argv, { cwd });
      expect([exitCode, err]).toEqual([
        7,
        expect.stringMatching(/There is no store at .*crossvault\.db yet: "crossvault serve"/),
      ]);
    }
  });

  test('says whose bound the window has, and what a wrong age is called', async () => {
    const command = await openHistoryCommand({ a: createFakeVendor({ jobs: jobsAt('a', [1]) }) });
    expect((await command.run(['jobs', 'list'])).err).not.toContain('as far as they are stored');
    await command.run(['connections', 'sync']);
    expect((await command.run(['jobs', 'list'])).err).toContain('are complete; older ones as far as they are stored');
    expect((await command.run(['store', 'prune', '--older-than', 'soon'])).err).toContain(
      'older-than: "soon" is neither a span nor an instant',
    );
    const { out } = await command.run(['connections', 'list']);
    expect(out).toMatch(/SYNC +AS OF \(UTC\) +JOBS/);
    expect(out).toMatch(/complete +current +2026-01-15 12:00 +1 /);
  });

  test('without a store, the error says so', async () => {
    const openRuntime = openFakes({ a: createFakeVendor() });
    for (const argv of [['store', 'info'], ['summary'], ['connections', 'sync'], ['jobs', 'watch']]) {
      const { exitCode, err } = await runCrossvault([...argv, '-o', 'ndjson'], { openRuntime });
      expect([exitCode, JSON.parse(err).code]).toEqual([7, 'store-missing']);
    }
  });
});

describe('jobs watch', () => {
  test('prints changes as they happen, until it is interrupted', async () => {
    const a = createFakeVendor({ jobs: [makeJob('a', 'one', { status: 'running', ended: false })] });
    const command = await openHistoryCommand({ a });
    await command.run(['connections', 'sync']);
    const interruption = new AbortController();
    let out = '';
    const run = command.run(['jobs', 'watch', '--after', '0', '-o', 'ndjson'], {
      signal: interruption.signal,
      watch: (written) => {
        out = written.out;
      },
    });
    await expect.poll(() => out.split('\n').length, { timeout: 10_000 }).toBe(2);
    a.jobs = [makeJob('a', 'one', { observedAt: '2026-01-03T00:00:00.000Z' })];
    await command.run(['connections', 'sync']);
    await expect
      .poll(
        async () => {
          await command.clock.move(1_000);
          return out.split('\n').length;
        },
        { timeout: 10_000 },
      )
      .toBe(3);
    interruption.abort();
    expect((await run).exitCode).toBe(130);
    const changes = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(changes).toMatchObject([
      { from: null, to: 'running' },
      { from: 'running', to: 'succeeded' },
    ]);
  });
});

describe('export', () => {
  const many = () =>
    createFakeVendor({
      pageSize: 500,
      jobs: jobsAt(
        'a',
        Array.from({ length: 1203 }, (_, index) => index),
      ),
    });

  test('prints every job once, one line each, from the store and live', async () => {
    const command = await openHistoryCommand({ a: many() });
    const live = await command.run(['export', '--started-after', 'all']);
    await command.run(['connections', 'sync']);
    const stored = await command.run(['export']);
    expect([live.exitCode, stored.exitCode]).toEqual([0, 0]);
    expect(new Set(nativeIdsIn(stored.out)).size).toBe(1203);
    expect(nativeIdsIn(stored.out)).toEqual(nativeIdsIn(live.out));
  });

  test('writes CSV that no spreadsheet takes for a formula', async () => {
    const target = { type: 'vm', id: null, name: oddText } as const;
    const openRuntime = openFakes({ a: createFakeVendor({ jobs: [makeJob('a', 'one', { target })] }) });
    const { out } = await runCrossvault(['export', '--format', 'csv', '--started-after', 'all'], { openRuntime });
    expect(out).toMatch(/^id,connection,vendor,nativeId,/);
    expect(out).toContain(`"'${oddText.replaceAll('"', '""').replaceAll('\n', ' ')}"`);
  });

  test('takes the filters of the list, and refuses a format that it does not have', async () => {
    const openRuntime = openFakes({ a: createFakeVendor({ jobs: jobsAt('a', [1, 2]) }) });
    const some = await runCrossvault(['export', '--started-after', minuteAt(2)], { openRuntime });
    expect(nativeIdsIn(some.out)).toEqual(['a-1']);
    expect((await runCrossvault(['export', '--format', 'xls'], { openRuntime })).exitCode).toBe(2);
  });
});
