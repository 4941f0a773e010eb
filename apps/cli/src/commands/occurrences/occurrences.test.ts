import { createFakeJudgement, makeOccurrence, makeSubject } from '@crossvault/testkit/fakes';
import { expect, test } from 'vitest';
import { insightCommand } from '../../testing/insight-command.ts';

const subject = makeSubject('a', 'vm-1', { plan: { id: 'p', name: 'Daily' } });
const missed = makeOccurrence('a', 'missed', 'vm-1', { subject, provisional: true });
const met = makeOccurrence('b', 'met-late', 'vm-2', {
  attempts: [{ id: 'job', status: 'succeeded', startedAt: '2026-01-15T02:00:00.000Z', endedAt: null }],
});
const open = () => {
  const judgement = createFakeJudgement({ occurrences: [missed, met] });
  return { judgement, run: insightCommand(judgement) };
};

test('expected runs are listed with when they were due, what became of them, and when they started', async () => {
  const { exitCode, out } = await open().run(['occurrences', 'list']);
  expect(exitCode).toBe(0);
  expect(out).toMatch(/^! +2026-01-15 00:00 +missed +may still come +backup +vm-1 +- +Daily +a /m);
  expect(out).toMatch(/^ +2026-01-15 00:00 +met-late +- +backup +vm-2 +2026-01-15 02:00 +- +b /m);
});

test('a terminal of 80 columns is wide enough', async () => {
  const { out } = await open().run(['occurrences', 'list'], { columns: 80, environment: { NO_COLOR: '1' } });
  for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  expect(out).toContain('\n   at a, plan Daily\n');
});

test('the filters are passed on, and spans are resolved; without any, last night is asked for', async () => {
  const { run, judgement } = open();
  await run(['occurrences', 'list']);
  await run(['occurrences', 'list', '--state', 'upcoming', '--track', 'full', '--since', '1h', '--until', '24h']);
  expect(judgement.asked.map(({ given: [query] }) => query)).toEqual([
    { since: 'last-night' },
    { state: ['upcoming'], track: ['full'], since: '2026-01-15T11:00:00.000Z', until: '2026-01-16T12:00:00.000Z' },
  ]);
  for (const wrong of [
    ['--state', 'lost'],
    ['--track', 'tape'],
    ['--since', 'x'],
    ['--until', 'x'],
  ]) {
    expect((await run(['occurrences', 'list', ...wrong])).exitCode).toBe(2);
  }
});

test('an empty list says so', async () => {
  const { err } = await insightCommand(createFakeJudgement())(['occurrences', 'list']);
  expect(err).toBe('No expected runs.\n');
});

test('one is shown with the due time of its own zone, and with its jobs', async () => {
  const { run } = open();
  expect((await run(['occurrences', 'get', missed.id])).out).toMatch(
    /^due +2026-01-15T00:00:00.000Z \(2026-01-15T01:00\+01:00\)$/m,
  );
  expect((await run(['occurrences', 'get', met.id])).out).toMatch(/^jobs +2026-01-15T02:00:00.000Z succeeded {2}job$/m);
  expect((await run(['occurrences', 'get', 'unknown'])).exitCode).toBe(8);
});
