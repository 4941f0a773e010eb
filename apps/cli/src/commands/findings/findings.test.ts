import { userInfo } from 'node:os';
import { createFakeJudgement, makeFinding, makeOccurrence, makeSource, makeSubject } from '@crossvault/testkit/fakes';
import { describe, expect, test } from 'vitest';
import { insightCommand } from '../../testing/insight-command.ts';

const missed = makeFinding('a', 'missed', 'vm-1', {
  since: '2026-01-12T08:00:00.000Z',
  subject: makeSubject('a', 'vm-1', { plan: { id: 'p', name: 'Daily' }, tenant: 'Acme' }),
});
const failed = makeFinding('b', 'failed', 'vm-1', { streak: 2 });
const old = makeFinding('b', 'unprotected', 'vm-2', { since: null, state: 'acknowledged' });

const open = (overrides: Parameters<typeof createFakeJudgement>[0] = {}) => {
  const judgement = createFakeJudgement({ findings: [missed, failed, old], ...overrides });
  return { judgement, run: insightCommand(judgement) };
};

describe('findings list', () => {
  test('shows severity, kind, subject, since when, how long, and where', async () => {
    const { run } = open();
    const { exitCode, out, err } = await run(['findings', 'list']);
    expect([exitCode, err]).toEqual([0, '']);
    expect(out.split('\n')[0]).toMatch(/SEVERITY +KIND +SUBJECT +SINCE \(UTC\) +AGE +STATE +CONNECTION +ID$/);
    expect(out).toMatch(/^! +critical +missed +vm-1 +2026-01-12 08:00 +3 d 4 h +open +a +\S+$/m);
    expect(out).toMatch(/^! +warning +failed \(2×\) +vm-1 +2026-01-15 00:00 +12 h +open +b /m);
    expect(out).toMatch(/^! +critical +unprotected +vm-2 +- +- +acknowledged +b /m);
  });

  test('fits a terminal of 80 columns, with the place below each finding', async () => {
    const { run } = open();
    const { out } = await run(['findings', 'list'], { columns: 80, environment: { NO_COLOR: '1' } });
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    expect(out).toContain('\n   at a, plan Daily, customer Acme\n');
  });

  test('passes its filters on, and resolves spans', async () => {
    const { run, judgement } = open();
    const filters = ['--kind', 'missed,failed', '--severity', 'critical', '--state', 'open', '--subject', 'VM-1'];
    await run(['findings', 'list', ...filters, '--since', '24h', '--tag', 'prod', '--limit', '5', '--cursor', 'next']);
    expect(judgement.asked).toEqual([
      {
        call: 'findings',
        given: [
          {
            tag: ['prod'],
            kind: ['missed', 'failed'],
            severity: ['critical'],
            state: ['open'],
            subject: ['VM-1'],
            since: '2026-01-14T12:00:00.000Z',
          },
          { limit: 5, cursor: 'next' },
        ],
      },
    ]);
  });

  test('says that there are none', async () => {
    expect(await open({ findings: [] }).run(['findings', 'list'])).toEqual({
      exitCode: 0,
      out: '',
      err: 'No findings.\n',
    });
  });

  test('ends with 6 and names the source when one is stale', async () => {
    const { run } = open({ sources: [makeSource('a', { status: 'stale' })] });
    const { exitCode, err } = await run(['findings', 'list']);
    expect([exitCode, err]).toEqual([6, expect.stringContaining('a (fake) stale: as of 2026-01-15T11:58:00.000Z')]);
    const json = await run(['findings', 'list', '-o', 'json']);
    expect(JSON.parse(json.out)).toMatchObject({ data: [{ kind: 'missed' }, {}, {}], complete: false });
    expect(JSON.parse(json.err)).toMatchObject({ code: 'sources-incomplete', sources: [{ status: 'stale' }] });
  });

  test.each([
    ['--kind', 'broken'],
    ['--severity', 'high'],
    ['--state', 'closed'],
    ['--since', 'yesterday'],
    ['--limit', '0'],
  ])('refuses %s %s', async (option, value) => {
    const { run, judgement } = open();
    expect((await run(['findings', 'list', option, value])).exitCode).toBe(2);
    expect(judgement.asked).toEqual([]);
  });
});

describe('a reference to a finding', () => {
  test.each([
    [missed.id, missed.id],
    ['vm-2', old.id],
    ['missed:vm-1', missed.id],
    ['b/vm-1', failed.id],
    ['failed:b/VM-1', failed.id],
  ])('is %s', async (reference, id) => {
    const { exitCode, out } = await open().run(['findings', 'get', reference, '-o', 'json']);
    expect([exitCode, JSON.parse(out).id]).toEqual([0, id]);
  });

  test('that names several is refused with a reference to each', async () => {
    const { exitCode, err } = await open().run(['findings', 'get', 'vm-1']);
    expect([exitCode, err]).toEqual([2, expect.stringContaining('use one of: "missed:vm-1", "failed:vm-1"')]);
    const twins = ['a', 'b'].map((name) => makeFinding(name, 'missed', 'vm-1'));
    const again = await open({ findings: twins }).run(['findings', 'get', 'vm-1']);
    expect(again.err).toContain('use one of: "missed:a/vm-1", "missed:b/vm-1"');
  });

  test('that names none ends with 8', async () => {
    const { exitCode, err } = await open().run(['findings', 'get', 'vm-9']);
    expect([exitCode, err]).toEqual([8, expect.stringContaining('Nothing is found of "vm-9" now.')]);
    expect(err).toContain('hint: "crossvault findings list"');
  });
});

test('one finding is shown with everything that was said of it', async () => {
  const said = { by: 'ann', why: 'disk\u001b[31m ordered', until: '2026-01-16T00:00:00.000Z' };
  const { run } = open({ findings: [{ ...missed, state: 'acknowledged', acknowledgement: said, streak: 3 }] });
  const { out } = await run(['findings', 'get', 'vm-1']);
  expect(out).toMatch(/^since +2026-01-12T08:00:00.000Z \(3 d 4 h\)$/m);
  expect(out).toMatch(/^acknowledged +by ann until 2026-01-16T00:00:00.000Z: disk \[31m ordered$/m);
  expect(out).toMatch(/^customer +Acme$/m);
  expect(out).toMatch(/^streak +3 expected runs in a row ended badly$/m);
});

test('an explanation has the reasons, the schedule, the objective, what was read, and what was looked at', async () => {
  const due = makeOccurrence('a', 'missed', 'vm-1', { reason: null });
  const { run } = open({
    occurrences: [due],
    explanation: {
      schedule: { version: '1', seenSince: '2026-01-01T00:00:00.000Z', schedule: null },
      objective: { seconds: 90_000, from: 'inferred', dataAsOf: '2026-01-11T12:00:00.000Z' },
      occurrences: [due.id, 'unknown'],
      jobs: Array.from({ length: 12 }, (_, index) => `job-${index}`),
      changes: [{ revision: 1, kind: 'opened', at: '2026-01-15T01:00:00.000Z', announced: true }],
    },
  });
  const { exitCode, out } = await run(['findings', 'explain', 'missed:vm-1']);
  expect([exitCode, out.split('\n').slice(0, 2)]).toEqual([
    0,
    ['missed vm-1, at a, plan Daily, customer Acme', 'It was due at midnight, and no run started.'],
  ]);
  expect(out).toContain('Schedule:\n  none, since 2026-01-01 00:00 UTC\n');
  expect(out).toContain('newest good backup began 4 d ago, and may be 1 d 1 h old (inferred)');
  expect(out).toContain('Read (UTC):\n  the beginning to 2026-01-15 11:58\n');
  expect(out).toContain('Expected runs:\n  backup due at 2026-01-15 01:00+01:00: missed\n  unknown\n');
  expect(out).toContain('  and 2 more (-o json lists all)\n');
  expect(out).toContain('  2026-01-15 01:00  opened, announced\n');
});

describe('what an operator says', () => {
  test.each([
    ['acknowledge', ['--until', '8h'], { from: null, until: '2026-01-15T20:00:00.000Z' }],
    ['mute', ['--until', '7d'], { from: null, until: '2026-01-22T12:00:00.000Z' }],
    ['excuse', ['--from', '12h'], { from: '2026-01-15T00:00:00.000Z', until: '2026-01-15T12:00:00.000Z' }],
  ])('is passed on in the name of the user: %s', async (verb, options, span) => {
    const { run, judgement } = open();
    const { exitCode, out } = await run(['findings', verb, 'missed:vm-1', '--why', 'It is known.', ...options]);
    expect([exitCode, out]).toEqual([0, expect.stringMatching(/^kind +missed$/m)]);
    expect(judgement.asked.at(-1)).toEqual({
      call: `${verb}Finding`,
      given: [missed.id, { by: userInfo().username, why: 'It is known.', ...span }],
    });
  });

  test.each([
    ['acknowledge', 'vm-2'],
    ['acknowledge', 'vm-2', '--why', ''],
    ['mute', 'vm-2', '--why', 'known'],
    ['mute', 'vm-2', '--why', 'known', '--until', 'soon'],
    ['acknowledge', 'vm-2', '--why', 'known', '--until', '2026-01-15T11:00:00Z'],
  ])('is refused: %s %s %s %s', async (...argv) => {
    const { run, judgement } = open();
    expect((await run(['findings', ...argv])).exitCode).toBe(2);
    expect(judgement.asked).toEqual([]);
  });
});
