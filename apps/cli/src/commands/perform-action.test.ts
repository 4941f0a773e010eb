import { CrossvaultError, type JobStatus, type Operation, type OperationStatus } from '@crossvault/core';
import { createFakeLedger, createManualClock, type FakeLedger, makeItem, makeJob, makePlan } from '@crossvault/testkit';
import { describe, expect, test } from 'vitest';
import { actCommand } from '../testing/act-command.ts';

const share = makeItem('a', 'share-1', { name: 'testshare' });
const plans = [makePlan('a', 'p1', { name: 'schedule1' }), makePlan('a', 'p2', { name: 'schedule2' })];
const open = (overrides: Partial<FakeLedger> = {}) => createFakeLedger({ plans, items: [share], ...overrides });
const idOf = (index: number): string => plans[index]?.id ?? '';

describe('what is requested', () => {
  test.each<[argv: string, request: object]>([
    ['plans run schedule1 --full', { action: 'run', target: idOf(0), parameters: { full: true } }],
    ['plans stop schedule1', { action: 'stop', target: idOf(0), parameters: {} }],
    ['plans enable p1', { action: 'enable', target: idOf(0), parameters: {} }],
    ['plans disable a/SCHEDULE1', { action: 'disable', target: idOf(0), parameters: {} }],
    ['plans update p1 --change {"retries":3}', { action: 'update', parameters: { change: { retries: 3 } } }],
    ['plans remove p1', { action: 'remove', parameters: { removeRestorePoints: null } }],
    ['plans remove p1 --remove-restore-points yes', { action: 'remove', parameters: { removeRestorePoints: true } }],
    [
      'items protect new-share --connection a --plan schedule2',
      { action: 'protect', target: 'a', parameters: { sourceId: 'new-share', planId: idOf(1) } },
    ],
    [
      'items back-up testshare --keep-until 2026-03-01T01:00:00+01:00',
      { action: 'back-up', target: share.id, parameters: { keepUntil: '2026-03-01T00:00:00.000Z', type: null } },
    ],
    ['items change-plan testshare --plan schedule2', { action: 'change-plan', parameters: { planId: idOf(1) } }],
    ['items stop-protection testshare --data retain', { action: 'stop-protection', parameters: { data: 'retain' } }],
    ['items resume-protection testshare', { action: 'resume-protection', parameters: { planId: null } }],
    ['items resume-protection testshare --plan p1', { action: 'resume-protection', parameters: { planId: idOf(0) } }],
    [`items undelete ${share.id}`, { action: 'undelete', target: share.id }],
    [
      'items restore share-1 --recovery-point rp --conflict copy',
      { action: 'restore', parameters: { recoveryPointId: 'rp', destination: 'original', conflict: 'copy' } },
    ],
    [`jobs cancel ${makeJob('a', 'one').id}`, { action: 'cancel', target: makeJob('a', 'one').id }],
    ['connections refresh-containers b', { action: 'refresh-containers', target: 'b' }],
    [
      'connections export-jobs b --started-after 2026-01-01T00:00:00Z',
      { action: 'export-jobs', parameters: { startedAfter: '2026-01-01T00:00:00.000Z', startedBefore: null } },
    ],
  ])('%s', async (argv, request) => {
    const ledger = open();
    const { exitCode, err } = await actCommand(ledger)(argv.split(' '));
    expect([exitCode, err]).toEqual([0, '']);
    expect(ledger.asked).toHaveLength(1);
    expect(ledger.asked[0]?.request).toMatchObject(request);
  });

  test('by the user of the machine, with its parameters', async () => {
    const ledger = open();
    const argv = ['items', 'stop-protection', 'testshare', '--data', 'delete', '--confirm', 'testshare'];
    await actCommand(ledger)([...argv, '--idempotency-key', 'once']);
    expect(ledger.asked[0]?.options).toMatchObject({
      actor: { name: expect.stringMatching(/./), connections: null },
      confirm: 'testshare',
      idempotencyKey: 'once',
      dryRun: false,
    });
  });

  test.each([
    ['items stop-protection testshare', 2, '--data'],
    ['items stop-protection testshare --data shred', 2, 'shred'],
    ['items back-up testshare --keep-until tomorrow', 2, 'tomorrow'],
    ['plans update p1 --change [1]', 2, '--change'],
    ['plans run nothing', 8, 'No source has a plan "nothing".'],
    ['items undelete testshare --until later', 2, 'later'],
  ])('is not asked for when it cannot be: %s', async (argv, exitCode, said) => {
    const ledger = open();
    const run = await actCommand(ledger)(argv.split(' '));
    expect([run.exitCode, ledger.asked]).toEqual([exitCode, []]);
    expect(run.err).toContain(said);
  });

  test('of one target: an ambiguous name lists all candidates and changes none of them', async () => {
    const twin = makeItem('b', 'share-2', { name: 'testshare' });
    const ledger = open({ items: [share, twin] });
    const run = await actCommand(ledger)(['items', 'back-up', 'testshare']);
    expect([run.exitCode, ledger.asked]).toEqual([2, []]);
    expect(run.err).toContain('"a/testshare", "b/testshare"');
    expect((await actCommand(ledger)(['items', 'back-up', 'b/testshare'])).exitCode).toBe(0);
    expect(ledger.asked[0]?.request.target).toBe(twin.id);
  });
});

test('several of one name at one connection are distinguished by their native ids, which work', async () => {
  const twin = makeItem('a', 'share-2', { name: 'testshare' });
  const ledger = open({ items: [share, twin] });
  const run = await actCommand(ledger)(['items', 'back-up', 'testshare']);
  expect(run.err).toContain('"a/share-1", "a/share-2"');
  expect((await actCommand(ledger)(['items', 'back-up', 'a/share-2'])).exitCode).toBe(0);
  expect(ledger.asked[0]?.request.target).toBe(twin.id);
});

describe('a dry run', () => {
  test('shows the requests, and what would have to be confirmed', async () => {
    const ledger = open();
    const argv = ['items', 'stop-protection', 'testshare', '--data', 'delete', '--dry-run'];
    const { exitCode, out } = await actCommand(ledger)(argv);
    expect(exitCode).toBe(0);
    expect(out).toContain("add --confirm 'testshare'");
    expect(out).toContain('POST https://fake.example/act');
    expect(ledger.operations).toEqual([]);
    const json = await actCommand(ledger)([...argv, '-o', 'json']);
    expect(JSON.parse(json.out)).toMatchObject({
      needs: 'destroy',
      confirm: 'testshare',
      requests: [{ method: 'POST' }],
    });
  });
});

describe('at a terminal', () => {
  const argv = ['items', 'stop-protection', 'testshare', '--data', 'delete'];

  test('the user is asked for the name before data is destroyed, and the typed text is the confirmation', async () => {
    const ledger = open();
    const questions: string[] = [];
    const ask = async (question: string) => {
      questions.push(question);
      return 'testshare';
    };
    expect((await actCommand(ledger)(argv, { ask })).exitCode).toBe(0);
    expect(questions).toEqual(['This destroys data. Type "testshare" to go on: ']);
    expect(ledger.asked.map(({ options }) => [options.dryRun, options.confirm])).toEqual([
      [true, null],
      [false, 'testshare'],
    ]);
  });

  test('the user is not asked for actions that keep data, or that are confirmed already', async () => {
    const ask = async () => {
      throw new Error('asked');
    };
    const keeps = ['items', 'stop-protection', 'testshare', '--data', 'retain'];
    expect((await actCommand(open())(keeps, { ask })).exitCode).toBe(0);
    expect((await actCommand(open())([...argv, '--confirm', 'testshare'], { ask })).exitCode).toBe(0);
  });
});

describe('--wait', () => {
  /** The operation stands so from the third look on; five seconds pass between two looks. */
  async function wait(end: Partial<Operation>, ...argv: readonly string[]) {
    const clock = createManualClock();
    const ledger = open();
    ledger.onLook = () => {
      void clock.move(5_000);
      if (ledger.waits.length >= 3) ledger.operations = ledger.operations.map((each) => ({ ...each, ...end }));
    };
    return actCommand(ledger, clock)(['plans', 'run', 'schedule1', '--wait', ...argv]);
  }
  const jobs = (status: JobStatus): Partial<Operation> => ({
    status: 'done',
    jobs: [{ id: 'job-1', status }],
    outcome: status,
  });

  test.each<[JobStatus, number]>([
    ['succeeded', 0],
    ['warning', 3],
    ['skipped', 3],
    ['failed', 4],
    ['cancelled', 4],
    ['unknown', 4],
  ])('continues to the end of the jobs, and their result is the exit code: %s, %i', async (status, exitCode) => {
    const run = await wait(jobs(status));
    expect([run.exitCode, run.err]).toEqual([exitCode, '']);
    expect(run.out).toContain('job-1');
  });

  test.each<OperationStatus>(['failed', 'cancelled', 'unknown'])(
    'is 4 for a request that ended as %s',
    async (status) => {
      expect((await wait({ status, error: { code: null, message: 'It broke.' } })).exitCode).toBe(4);
    },
  );

  test('ends with the request with --until operation, whatever its jobs do', async () => {
    const open = { status: 'done' as const, jobs: [{ id: 'job-1', status: 'failed' as const }] };
    expect((await wait(open, '--until', 'operation')).exitCode).toBe(0);
  });

  test('does not call a job unknown that was not read yet, with --until operation', async () => {
    const { out, exitCode } = await wait(
      { status: 'done', jobs: [{ id: 'job-1', status: 'unknown' }] },
      '--until',
      'operation',
    );
    expect([exitCode, out]).toEqual([0, expect.stringContaining('not read yet  job-1')]);
    expect(out).not.toContain('unknown');
  });

  test('is 5 after the timeout, and prints how to continue', async () => {
    const run = await wait({}, '--timeout', '12', '-o', 'json');
    expect([run.exitCode, JSON.parse(run.out)]).toMatchObject([5, { id: 'op-1', status: 'running' }]);
    expect(run.err).toContain('operations wait');
  });

  test('shows the state on a terminal, and removes it at the end', async () => {
    const clock = createManualClock();
    const ledger = open();
    ledger.onLook = () => {
      void clock.move(5_000);
      const end = ledger.waits.length < 2 ? { jobs: [{ id: 'j', status: 'running' as const }] } : jobs('succeeded');
      ledger.operations = ledger.operations.map((each) => ({ ...each, ...end }));
    };
    const run = await actCommand(ledger, clock)(['plans', 'run', 'schedule1', '--wait'], { columns: 100 });
    expect(run.err).toBe('\r\u001b[2Krun schedule1: running, jobs running (5 s)\r\u001b[2K');
  });
});

test('a refusal is reported with advice, and has an exit code of its own', async () => {
  const refusal = new CrossvaultError({
    code: 'connection-read-only',
    message: 'The connection a may not be changed.',
  });
  const run = await actCommand(open({ refusal }))(['plans', 'run', 'schedule1']);
  expect([run.exitCode, run.out]).toEqual([7, '']);
  expect(run.err).toContain('The connection a may not be changed.');
});
