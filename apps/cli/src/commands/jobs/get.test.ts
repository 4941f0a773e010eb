import { type Connector, CrossvaultError, jobViewSchema, problemSchema, toJobId } from '@crossvault/core';
import { createFakeVendor, type FakeVendor, makeJob, minuteAt } from '@crossvault/testkit';
import { describe, expect, test } from 'vitest';
import { openConnections, openFakes, withMembers } from '../../testing/fake-runtime.ts';
import { runCrossvault } from '../../testing/run-crossvault.ts';

const failedJob = makeJob('a', 'run-7', {
  status: 'failed',
  nativeStatus: 'Error',
  problem: true,
  target: { type: 'vm', id: 'vm-1', name: 'vm-sql-01' },
  plan: { id: 'p', name: 'Every night', nextRunAt: minuteAt(1440) },
  sizeBytes: 2_445_279_232,
  counts: { total: 3, succeeded: 2, failed: 1, skipped: null },
  tasks: [
    {
      name: 'Take snapshot',
      status: 'failed',
      nativeStatus: 'Failed',
      startedAt: null,
      endedAt: null,
      durationSeconds: 61,
      progressPercent: 40,
    },
  ],
  errors: [
    {
      code: 'E42',
      message: 'The disk\nis full.',
      recommendation: 'Free some space.',
      helpUrl: null,
      count: 2,
    },
  ],
  details: { 'Storage Account': 'testvault' },
  provenance: { transferredBytes: 'unsupported', durationSeconds: 'computed' },
  anomalies: ['counts-disagree'],
});

const vendors = (): Record<string, FakeVendor> => ({
  a: createFakeVendor({ jobs: [failedJob, makeJob('a', 'both-0')] }),
  b: createFakeVendor({ jobs: [makeJob('b', 'both-0')] }),
});
const get = (...argv: string[]) => runCrossvault(['jobs', 'get', ...argv], { openRuntime: openFakes(vendors()) });

test.each([['run-7'], ['a/run-7'], [toJobId('a', ['run-7'])]])('%s finds the job', async (reference) => {
  const { exitCode, out, err } = await get(reference, '-o', 'json');
  expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
  expect(jobViewSchema.parse(JSON.parse(out))).toMatchObject({ nativeId: 'run-7', status: 'failed', tasks: [{}] });
  expect(JSON.parse(out)).not.toHaveProperty('raw');
});

test('the raw answers come where they are requested', async () => {
  const { out } = await get('run-7', '-o', 'ndjson', '--include', 'raw');
  expect(out.trimEnd().split('\n')).toHaveLength(1);
  expect(JSON.parse(out)).toMatchObject({ raw: { list: { id: 'run-7' } } });
});

test('people see every field, why it is what it is, errors, tasks and details', async () => {
  const { exitCode, out } = await get('run-7');
  expect(exitCode).toBe(0);
  expect(out).toMatchInlineSnapshot(`
    "id              WyJhIiwicnVuLTciXQ
    native id       run-7
    connection      a (fake)
    tenant          -
    status          failed (Error)
    problem         yes
    kind            backup (Backup)
    trigger         unknown
    target          vm vm-sql-01 (vm-1)
    plan            Every night, next run 2026-01-11T00:00:00.000Z
    started         2026-01-01T00:00:00.000Z
    ended           2026-01-01T00:10:00.000Z
    duration        10m 00s (600 s) (computed)
    progress        -
    size            2.28 GiB (2445279232 bytes)
    transferred     - (unsupported)
    counts          3 total, 2 succeeded, 1 failed
    actions         -
    anomalies       counts-disagree
    portal          -

    Errors:
      - E42: The disk is full. (2 times)
        Free some space.

    Tasks:
      NAME           STATUS           DURATION  PROGRESS
      Take snapshot  failed (Failed)  1m 01s    40 %

    Details:
      Storage Account: testvault
    "
  `);
});

test.each(['unknown', 'a/unknown', toJobId('a', ['unknown']), toJobId('gone', ['run-7'])])(
  'an unknown reference (%s) is exit code 8',
  async (reference) => {
    const { exitCode, out, err } = await get(reference);
    expect({ exitCode, out }).toEqual({ exitCode: 8, out: '' });
    expect(err).toMatch(/^crossvault: No /);
  },
);

test('an unknown id while a source does not answer is exit code 6, not 8', async () => {
  const failure = new CrossvaultError({ code: 'source-unreachable', message: 'Nothing listens there.' });
  const openRuntime = openFakes({ a: createFakeVendor(), b: createFakeVendor({ failure }) });
  const { exitCode, out, err } = await runCrossvault(['jobs', 'get', 'somewhere'], { openRuntime });
  expect({ exitCode, out }).toEqual({ exitCode: 6, out: '' });
  expect(err).toContain('Not every source could be asked: Nothing listens there.');
  expect(err).toContain('doctor');
});

test('an id at several connections is a usage error that names them all', async () => {
  const { exitCode, out, err } = await get('both-0', '-o', 'json');
  expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
  const problem = problemSchema.parse(JSON.parse(err));
  expect(problem.code).toBe('ambiguous-job');
  for (const connection of ['a', 'b']) expect(problem.detail).toContain(toJobId(connection, ['both-0']));
  expect(await get('b/both-0')).toMatchObject({ exitCode: 0 });
});

describe('explain and log', () => {
  const members: Partial<Connector> = {
    explainJob: (_raw, context) => ({
      id: toJobId('a', ['run-7']),
      connection: context.connection,
      vendor: 'fake',
      mapperVersion: 3,
      fields: [
        {
          field: 'status',
          from: [
            { path: 'state.word', value: 'Error' },
            { path: 'state.reason', value: undefined },
          ],
          rule: 'The word by the table.',
          value: 'failed',
          provenance: null,
        },
        {
          field: 'sizeBytes',
          from: [],
          rule: 'The vendor does not report this.',
          value: null,
          provenance: 'unsupported',
        },
      ],
      anomalies: [],
    }),
    jobLog: async () => ({
      jobId: 'x',
      entries: [
        { at: minuteAt(1), status: 'succeeded', nativeStatus: 'Ok', message: 'Begun.', durationSeconds: 1 },
        { at: null, status: 'failed', nativeStatus: null, message: 'The disk\nis full.', durationSeconds: null },
      ],
    }),
  };
  const run = (...argv: string[]) =>
    runCrossvault(['jobs', ...argv], {
      openRuntime: openConnections(withMembers({ a: createFakeVendor({ jobs: [failedJob] }) }, members)),
    });

  test('explain shows our value, what it was read from, and the rule', async () => {
    const { exitCode, out } = await run('explain', 'run-7');
    expect(exitCode).toBe(0);
    expect(out).toMatchInlineSnapshot(`
      "a (fake), rules version 3
      status     "failed"
                 from state.word = "Error"
                 from state.reason = (absent)
                 The word by the table.
      sizeBytes  null (unsupported)
                 The vendor does not report this.
      "
    `);
  });

  test('explain as data is the explanation, or a field a line', async () => {
    expect(JSON.parse((await run('explain', 'run-7', '-o', 'json')).out)).toMatchObject({ mapperVersion: 3 });
    const lines = (await run('explain', 'run-7', '-o', 'ndjson')).out.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line).field)).toEqual(['status', 'sizeBytes']);
  });

  test('the log is a line for each entry', async () => {
    const { exitCode, out } = await run('log', 'run-7');
    expect(exitCode).toBe(0);
    expect(out).toMatchInlineSnapshot(`
      "2026-01-10 00:01:00  succeeded   Begun.
      -                    failed      The disk is full.
      "
    `);
    expect(JSON.parse((await run('log', 'run-7', '-o', 'json')).out).entries).toHaveLength(2);
  });

  test('a vendor without a log is a usage error', async () => {
    const { exitCode, err } = await runCrossvault(['jobs', 'log', 'run-7'], { openRuntime: openFakes(vendors()) });
    expect(exitCode).toBe(2);
    expect(err).toContain('keeps no log');
  });

  test.each(['explain', 'log'])('an unknown reference is exit code 8 for %s too', async (verb) => {
    expect(await run(verb, 'unknown')).toMatchObject({ exitCode: 8, out: '' });
  });
});
