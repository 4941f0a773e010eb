import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CrossvaultError } from '@crossvault/core';
import { createFakeJudgement, makeFinding, makeOccurrence, makeSource } from '@crossvault/testkit/fakes';
import { describe, expect, onTestFinished, test } from 'vitest';
import { insightCommand } from '../../testing/insight-command.ts';
import { runCrossvault } from '../../testing/run-crossvault.ts';

type Judged = Parameters<typeof createFakeJudgement>[0];

const check = (judged: Judged, ...argv: string[]) => insightCommand(createFakeJudgement(judged))(['check', ...argv]);
const missed = makeFinding('a', 'missed', 'vm|1\n\u001b[31m');
const warning = makeFinding('b', 'failed', 'vm-2');
const blind = makeFinding('b', 'source-blind', 'b', { since: null });
const stale = makeSource('b', { status: 'stale', asOf: '2026-01-13T00:00:00.000Z' });
const unmet: Judged = { findings: [warning], occurrences: [makeOccurrence('a', 'failed', 'vm-2')] };
const both = [makeSource('a'), stale];

describe('the exit code of a check', () => {
  test.each<readonly [string, Judged, number, string]>([
    ['nothing is found', {}, 0, 'OK'],
    ['there are warnings alone', { findings: [warning] }, 1, 'WARNING'],
    ['something is critical', { findings: [missed, warning] }, 2, 'CRITICAL'],
    ['something is critical, and one of two sources is stale', { findings: [missed], sources: both }, 2, 'CRITICAL'],
    ['nothing is found, and one source is stale', { sources: both }, 3, 'UNKNOWN'],
    ['there are warnings alone, and one source is stale', { findings: [warning], sources: both }, 3, 'UNKNOWN'],
    ['all that is critical is a blind source', { findings: [blind], sources: both }, 3, 'UNKNOWN'],
    ['runs failed, and no finding is critical', { ...unmet, today: { verdict: 'bad' } }, 2, 'CRITICAL'],
    ['runs failed beside a blind source', { ...unmet, findings: [blind], sources: both }, 2, 'CRITICAL'],
    ['nobody syncs the store', { findings: [missed], sources: [stale] }, 3, 'UNKNOWN'],
    ['no source is covered', { sources: [] }, 3, 'UNKNOWN'],
    ['a connection was never evaluated', { today: { evaluatedAt: null } }, 3, 'UNKNOWN'],
    ['the verdict is unknown', { today: { verdict: 'unknown' } }, 3, 'UNKNOWN'],
    ['there is no store', { refusal: new CrossvaultError({ code: 'store-missing', message: 'None.' }) }, 3, 'UNKNOWN'],
    ['Crossvault fails', { refusal: CrossvaultError.from(new Error('broken')) }, 3, 'UNKNOWN'],
  ])('when %s', async (_when, judged, exitCode, state) => {
    const run = await check(judged);
    expect([run.exitCode, run.out.split(' ').slice(0, 2)]).toEqual([exitCode, ['CROSSVAULT', state]]);
    expect(run.out.split('\n')).toHaveLength(2);
  });

  test.each([['--format', 'icinga'], ['--since', '24h'], ['--connection', ''], ['more']])(
    'is 3 for a wrong command line: %s %s',
    async (...argv) => {
      const run = await check({}, ...argv.filter((word) => word !== undefined));
      expect([run.exitCode, run.out]).toEqual([3, expect.stringMatching(/^CROSSVAULT UNKNOWN - .+\n$/)]);
    },
  );

  test('is 3 for a missing or broken configuration, also with global options before the command', async () => {
    const cwd = await mkdtemp(join(tmpdir(), 'crossvault-check-'));
    onTestFinished(() => rm(cwd, { recursive: true }));
    const missing = await runCrossvault(['-o', 'table', '--config', 'none.yaml', 'check', '--format=zabbix'], { cwd });
    expect([missing.exitCode, JSON.parse(missing.out)]).toMatchObject([3, { status: 3, state: 'UNKNOWN' }]);
    await writeFile(join(cwd, 'crossvault.yaml'), 'connections: 5\n');
    const broken = await runCrossvault(['check', '--format', 'checkmk', '--service', 'Backups "A"'], { cwd });
    expect([broken.exitCode, broken.out]).toEqual([3, expect.stringMatching(/^3 "Backups 'A'" - .+\n$/)]);
  });

  test('is 3 when it is interrupted, and when nobody reads the line', async () => {
    const refusal = new CrossvaultError({ code: 'interrupted', message: 'Interrupted.' });
    const run = insightCommand(createFakeJudgement({ refusal }));
    const interrupted = await run(['check'], { signal: AbortSignal.abort() });
    expect([interrupted.exitCode, interrupted.out]).toEqual([3, expect.stringContaining('Interrupted before')]);
    const closed = Object.assign(new Error('closed'), { code: 'EPIPE' });
    expect((await insightCommand(createFakeJudgement())(['check'], { writeError: closed })).exitCode).toBe(3);
  });
});

describe('the line of a check', () => {
  const judged: Judged = {
    findings: [missed, warning],
    occurrences: [makeOccurrence('a', 'missed', 'vm-1'), makeOccurrence('b', 'met', 'vm-2')],
  };

  test('names what is found, without bars and control characters, and has every figure behind the bar', async () => {
    const { out, err } = await check(judged);
    const [text = '', figures = '', ...more] = out.trimEnd().split(' | ');
    expect([more, err]).toEqual([[], '']);
    expect(text).toBe(
      'CROSSVAULT CRITICAL - A made-up sentence. missed vm/1 [31m (a) since 2026-01-15 00:00 UTC; failed vm-2 (b) since 2026-01-15 00:00 UTC.',
    );
    expect(figures.split(' ')).toEqual([
      'expected=2;;;0',
      'met=1;;;0',
      'late=0;;;0',
      'warnings=0;;;0',
      'failed=0;;;0',
      'missed=1;;;0',
      'cancelled=0;;;0',
      'skipped=0;;;0',
      'excused=0;;;0',
      'unknown=0;;;0',
      'pending=0;;;0',
      'critical_findings=1;;;0',
      'warning_findings=1;;;0',
      'stale_sources=0;;;0',
      'met_ratio=50%;;;0;100',
    ]);
  });

  test('names the sources that are not fresh', async () => {
    expect((await check({ sources: both })).out).toContain(
      'UNKNOWN - Not every source is fresh: b stale as of 2026-01-13 00:00 UTC. ',
    );
  });

  test('is that of a local check for Checkmk', async () => {
    const { exitCode, out } = await check(judged, '--format', 'checkmk');
    expect([exitCode, out]).toEqual([
      2,
      expect.stringMatching(/^2 "Crossvault backups" expected=2\|met=1\|.*\|met_ratio=50 A made-up/),
    ]);
  });

  test('is one JSON object for Zabbix, and for programs', async () => {
    const { exitCode, out } = await check(judged, '--format', 'zabbix');
    expect([exitCode, JSON.parse(out)]).toMatchObject([
      2,
      {
        status: 2,
        state: 'CRITICAL',
        verdict: 'bad',
        counts: { missed: 1 },
        findings: { critical: 1, byKind: { missed: 1 } },
      },
    ]);
    expect(JSON.parse((await check(judged, '-o', 'json')).out)).toMatchObject({ status: 2, state: 'CRITICAL' });
  });

  test('has no figure for a ratio that would divide by zero', async () => {
    expect((await check({})).out).toMatch(/ met_ratio=U;;;0;100\n$/);
  });
});
