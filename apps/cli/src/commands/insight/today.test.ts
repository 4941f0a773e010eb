import { CrossvaultError } from '@crossvault/core';
import { createFakeJudgement, makeFinding, makeOccurrence, makeSource } from '@crossvault/testkit/fakes';
import { expect, test } from 'vitest';
import { insightCommand } from '../../testing/insight-command.ts';

const upcoming = makeOccurrence('b', 'upcoming', 'vm-3', { dueAt: '2026-01-15T20:30:00.000Z' });
const missed = makeOccurrence('a', 'missed', 'vm-1', { provisional: true });
const attempt = { id: 'job', status: 'failed', startedAt: '2026-01-15T00:01:00.000Z', endedAt: null } as const;
const failed = makeOccurrence('b', 'failed', 'vm-2', { attempts: [attempt, attempt] });
const open = (overrides: Parameters<typeof createFakeJudgement>[0] = {}) => {
  const judgement = createFakeJudgement({
    findings: [
      makeFinding('a', 'missed', 'vm-1', { evidence: [missed.id] }),
      makeFinding('b', 'failed', 'vm-2', { streak: 2, evidence: [failed.id] }),
      makeFinding('b', 'objective-at-risk', 'vm-3'),
    ],
    occurrences: [missed, failed, upcoming],
    explanation: { objective: { seconds: 90_000, from: 'configuration', dataAsOf: '2026-01-14T12:00:00.000Z' } },
    ...overrides,
  });
  return { judgement, run: insightCommand(judgement) };
};

test('says the verdict, the counts, what is found and why, how fresh every source is, and what is due next', async () => {
  const { exitCode, out, err } = await open().run(['today']);
  expect([exitCode, err]).toEqual([0, '']);
  expect(out.split('\n')[0]).toBe('BAD  A made-up sentence.');
  expect(out).toContain('Due from 2026-01-14 12:00 to 2026-01-15 12:00 UTC; 3 items and plans.');
  expect(out).toMatch(/^EXPECTED +MET +FAILED +MISSED +PENDING +MET OF COUNTED\n2 +0 +1 +1 +1 +0.0 %$/m);
  expect(out).toMatch(/^Findings: 1 critical, 2 warnings$/m);
  expect(out).toMatch(
    /^! +critical +missed +vm-1 +2026-01-15 00:00 +12 h .*\n {3}backup due at 2026-01-15 01:00\+01:00: missed; it may still come$/m,
  );
  expect(out).toMatch(
    /^! +warning +failed \(2×\) +vm-2 .*\n {3}backup due at 2026-01-15 01:00\+01:00: failed, 2 attempts$/m,
  );
  expect(out).toContain('\n   newest good backup began 1 d ago, and may be 1 d 1 h old (configuration)\n');
  expect(out).toMatch(/^ +a +fake +ok +2026-01-15 11:58 +2 min +-$/m);
  expect(out).toMatch(/^2026-01-15 20:30 +8 h 30 min +backup +vm-3 +b$/m);
});

test('fits a terminal of 80 columns', async () => {
  const { out } = await open().run(['today'], { columns: 80, environment: { NO_COLOR: '1' } });
  for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
});

test('says what there is none of', async () => {
  const { out } = await open({ findings: [], occurrences: [], sources: [] }).run(['today']);
  for (const text of ['GOOD', 'No findings.', 'No sources.', 'Nothing is due next.']) expect(out).toContain(text);
});

test('ends with 6 when a source is not fresh, and names it', async () => {
  const { run } = open({ sources: [makeSource('a', { status: 'stale' }), makeSource('b')] });
  const { exitCode, out, err } = await run(['today']);
  expect([exitCode, out]).toEqual([6, expect.stringMatching(/^! +a +fake +stale .* not synced in time$/m)]);
  expect(err).toContain('a (fake) stale');
});

test('prints the answer of the REST API as JSON', async () => {
  const { out } = await open().run(['today', '-o', 'json', '--tenant', 'Acme']);
  expect(JSON.parse(out)).toMatchObject({ verdict: 'bad', unit: 'expected runs', complete: true });
});

test('without a store it ends with 7', async () => {
  const refusal = new CrossvaultError({ code: 'store-missing', message: 'There is no store yet.' });
  const { exitCode, err } = await open({ refusal }).run(['today']);
  expect([exitCode, err]).toEqual([7, 'crossvault: There is no store yet.\n']);
});
