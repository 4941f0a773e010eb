import { jobPageSchema } from '@crossvault/core';
import { createFakeVendor, type FakeVendor, jobsAt, makeJob, minuteAt } from '@crossvault/testkit';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { openFakes } from '../../testing/fake-runtime.ts';
import { listJobs, nativeIdsIn, readPage } from '../../testing/list-jobs.ts';
import { runCrossvault } from '../../testing/run-crossvault.ts';

const night = (): FakeVendor =>
  createFakeVendor({
    jobs: [
      makeJob('a', '7ddead57-bcb9-4269-ac31-6a1b57588700', {
        startedAt: minuteAt(480),
        durationSeconds: 1223.09,
        target: { type: 'vm', id: null, name: 'vm-sql-01' },
      }),
      makeJob('a', 'b2', {
        startedAt: minuteAt(420),
        status: 'failed',
        nativeStatus: 'Error',
        problem: true,
        durationSeconds: 43.18,
        plan: { id: 'p1', name: 'Every night', nextRunAt: null },
      }),
      makeJob('a', 'c3', {
        startedAt: minuteAt(360),
        endedAt: null,
        durationSeconds: null,
        status: 'unknown',
        nativeStatus: 'Frozen',
        problem: true,
        kind: 'restore',
      }),
    ],
  });

describe('as a table', () => {
  test('jobs stand in lines that fit, each id whole, problems marked', async () => {
    const { exitCode, out, err } = await runCrossvault(['jobs', 'list', '--no-color'], {
      openRuntime: openFakes({ a: night() }),
      columns: 80,
    });
    expect(exitCode).toBe(0);
    expect(out).toMatchInlineSnapshot(`
      "   STARTED (UTC)     STATUS           WHY      KIND     TARGET OR PLAN  DURATION
         CONNECTION/ID
         2026-01-10 08:00  succeeded        -        backup   vm-sql-01       20m 23s
         a/7ddead57-bcb9-4269-ac31-6a1b57588700
      !  2026-01-10 07:00  failed           failed   backup   Every night     43.2s
         a/b2
      !  2026-01-10 06:00  unknown (Froze…  unknown  restore  -               -
         a/c3
      "
    `);
    expect(err).toBe('');
  });

  test('a wide terminal and a pipe have the id beside its job, one line each', async () => {
    const { out } = await runCrossvault(['jobs', 'list', '--no-color'], {
      openRuntime: openFakes({ a: night() }),
      columns: 140,
    });
    expect((await listJobs({ a: night() })).out).toBe(out);
    expect(out).toMatchInlineSnapshot(`
      "   STARTED (UTC)     STATUS            WHY      KIND     TARGET OR PLAN  DURATION  CONNECTION  ID
         2026-01-10 08:00  succeeded         -        backup   vm-sql-01       20m 23s   a           7ddead57-bcb9-4269-ac31-6a1b57588700
      !  2026-01-10 07:00  failed            failed   backup   Every night     43.2s     a           b2
      !  2026-01-10 06:00  unknown (Frozen)  unknown  restore  -               -         a           c3
      "
    `);
  });

  test('colours are used only on terminals that support them', async () => {
    const run = async (argv: string[], environment: Record<string, string>, columns?: number) => {
      const options = { openRuntime: openFakes({ a: night() }), environment };
      const { out } = await runCrossvault([...argv, 'jobs', 'list'], { ...options, ...(columns ? { columns } : {}) });
      return out.includes('\u001b[');
    };
    expect(await run([], {}, 130)).toBe(true);
    expect(await run([], { NO_COLOR: '1' }, 130)).toBe(false);
    expect(await run(['--no-color'], {}, 130)).toBe(false);
    expect(await run([], { TERM: 'dumb' }, 130)).toBe(false);
    expect(await run([], {})).toBe(false);
  });

  test('control characters in names of a vendor do not reach the terminal', async () => {
    const target = { type: 'vm', id: null, name: '\u001b[2J\u202evm\nroot' } as const;
    const { out } = await listJobs({ a: createFakeVendor({ jobs: [makeJob('a', 'x', { target })] }) });
    expect(out).toContain('[2J vm root');
    expect(out).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
  });

  test('without jobs, stdout is empty and a note says so', async () => {
    const { exitCode, out, err } = await listJobs({ a: createFakeVendor() });
    expect({ exitCode, out }).toEqual({ exitCode: 0, out: '' });
    expect(err).toContain('No jobs.');
  });

  test('the cursor of the next page is printed beside the data, and reads the next page', async () => {
    const vendors = { a: createFakeVendor({ jobs: jobsAt('a', [1, 2, 3]) }) };
    const first = await listJobs(vendors, '--limit', '2');
    const [, cursor = ''] = /^more: --cursor (\S+)$/m.exec(first.err) ?? [];
    const second = await listJobs(vendors, '--limit', '2', '--cursor', cursor);
    expect([first.out, second.out].map((out) => out.match(/a-\d/g))).toEqual([['a-2', 'a-1'], ['a-0']]);
    expect(second.err).not.toContain('more:');
  });

  test('the window of a list without order is printed, with the option that removes it', async () => {
    const { err } = await listJobs({ a: createFakeVendor({ jobs: jobsAt('a', [1]), order: 'none' }) });
    expect(err).toBe(
      'window: jobs that started from 2025-12-16T12:00:00.000Z on (--started-after all removes this limit)\n',
    );
  });

  test('rejected records are named, and the list is incomplete', async () => {
    const rejected = [{ nativeId: 'odd', reason: 'no-readable-id', value: { secret: 1 } } as const];
    const { exitCode, out, err } = await listJobs({ a: createFakeVendor({ jobs: jobsAt('a', [1]), rejected }) });
    expect(exitCode).toBe(6);
    expect(out).toContain('a-0');
    expect(err).toContain('crossvault: a: 1 record was rejected: odd (no-readable-id)');
  });
});

describe('as data', () => {
  test('json is the page as the facade answers it', async () => {
    const { exitCode, out, err } = await listJobs({ a: night() }, '-o', 'json');
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
    const page = readPage(out);
    expect(page).toMatchObject({ complete: true, page: { next: null }, sources: [{ connection: 'a', count: 3 }] });
    expect(page.data[0]?.links.self).toBe(`/v1/jobs/${page.data[0]?.id}`);
    expect(page.data[0]).not.toHaveProperty('tasks');
    expect(page.data[0]).not.toHaveProperty('raw');
  });

  test('raw answers and tasks come where they are requested', async () => {
    const { out } = await listJobs({ a: night() }, '-o', 'json', '--include', 'raw,tasks');
    expect(readPage(out).data[0]).toMatchObject({ tasks: [], raw: { list: { id: expect.any(String) } } });
  });

  test('ndjson is one job a line, and the notes about the page go to stderr', async () => {
    const { out, err } = await listJobs({ a: night() }, '-o', 'ndjson', '--limit', '2');
    expect(nativeIdsIn(out)).toEqual(['7ddead57-bcb9-4269-ac31-6a1b57588700', 'b2']);
    expect(JSON.parse(err)).toMatchObject({ complete: true, page: { next: expect.any(String) } });
    expect((await listJobs({ a: night() }, '-o', 'ndjson')).err).toBe('');
  });

  test('yaml is the same page', async () => {
    const { out } = await listJobs({ a: night() }, '-o', 'yaml');
    expect(jobPageSchema.parse(parse(out)).data.map(({ nativeId }) => nativeId)).toContain('c3');
  });

  test('filters are passed on unchanged', async () => {
    const { out } = await listJobs(
      { a: night() },
      '-o',
      'ndjson',
      '--problem',
      '--status',
      'failed',
      '--status',
      'unknown',
    );
    expect(nativeIdsIn(out)).toEqual(['b2', 'c3']);
    const found = await listJobs({ a: night() }, '-o', 'ndjson', '--plan', 'every night', '-q', 'EVERY nig');
    expect(nativeIdsIn(found.out)).toEqual(['b2']);
    const restores = await listJobs({ a: night() }, '-o', 'ndjson', '--kind', 'restore,copy', '--connection', 'a');
    expect(nativeIdsIn(restores.out)).toEqual(['c3']);
    const native = await listJobs({ a: night() }, '-o', 'ndjson', '--native-id', 'b2', '--no-cache');
    expect(nativeIdsIn(native.out)).toEqual(['b2']);
    const oldest = await listJobs(
      { a: night() },
      '-o',
      'ndjson',
      '--sort',
      'startedAt',
      '--started-after',
      minuteAt(400),
    );
    expect(nativeIdsIn(oldest.out)).toEqual(['b2', '7ddead57-bcb9-4269-ac31-6a1b57588700']);
  });
});
