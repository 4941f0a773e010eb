import { createFakeJudgement, makeOccurrence, makeSource } from '@crossvault/testkit/fakes';
import { expect, test } from 'vitest';
import { insightCommand } from '../../testing/insight-command.ts';

const daysUpTo = (count: number): string[] =>
  Array.from({ length: count }, (_, index) =>
    new Date(Date.parse('2026-01-16T00:00:00Z') - (count - index) * 86_400_000).toISOString().slice(0, 10),
  );
const states = ['met', 'failed', 'met-late'] as const;
const occurrences = states.map((state, index) =>
  makeOccurrence('a', state, 'vm-1', { dueAt: `2026-01-1${index}T00:00:00.000Z` }),
);
const open = (days: number) => {
  const judgement = createFakeJudgement({ occurrences, days: daysUpTo(days) });
  return { judgement, run: insightCommand(judgement) };
};
const narrow = { columns: 80, environment: { NO_COLOR: '1' } };

test('a calendar has a row a subject, a letter a day, the dates above and a legend below', async () => {
  const { exitCode, out, err } = await open(6).run(['calendar', '--days', '6'], narrow);
  expect([exitCode, err]).toEqual([0, '']);
  expect(out.split('\n')).toEqual([
    '              Jan',
    '              1 1 1 1 1 1',
    'SUBJECT       0 1 2 3 4 5   MET',
    'vm-1 (a)      m F l m F l    66.6 %',
    '',
    'm met  l met-late  F failed',
    expect.stringContaining('Rule: worst.'),
    '',
  ]);
});

test('days to come stand behind a bar', async () => {
  const { out, judgement } = { ...open(6), ...(await open(6).run(['calendar', '--ahead', '2'], narrow)) };
  expect(judgement.days).toHaveLength(6);
  expect(out).toContain('              Jan     |Jan\n');
  expect(out).toContain('vm-1 (a)      m F l m |F l');
});

test('one column a day, and fewer days, where there is no room for more', async () => {
  const some = await open(34).run(['calendar', '--ahead', '3'], narrow);
  expect(some.out).toMatch(/^vm-1 \(a\) +(mFl)+m?\|Flm +66.6 %$/m);
  expect(some.err).toBe('');
  const many = await open(90).run(['calendar', '--days', '90'], narrow);
  for (const line of many.out.split('\n').slice(0, 4)) expect(line.length).toBeLessThanOrEqual(80);
  expect(many.err).toMatch(/^The oldest \d+ of 90 days have no room/);
  const piped = await open(90).run(['calendar', '--days', '90']);
  expect([piped.err, piped.out]).toEqual(['', expect.stringContaining('m F l '.repeat(30))]);
});

test('colours repeat what the letters say', async () => {
  const { out } = await open(3).run(['calendar'], { columns: 80 });
  expect(out).toContain('\u001b[31mF\u001b[39m');
});

test('the query is passed on; what is not allowed is refused; nothing says so', async () => {
  const { run, judgement } = open(3);
  await run(['calendar', '--days', '90', '--ahead', '3', '--rule', 'last', '--group', 'tenant', '--plan', 'Daily']);
  await run(['sla', '--group', 'tag']);
  expect(judgement.asked.map(({ given: [query] }) => query)).toEqual([
    { days: 90, ahead: 3, rule: 'last', group: 'tenant', plan: ['Daily'] },
    { days: 30, group: 'tag' },
  ]);
  for (const wrong of [
    ['--days', '0'],
    ['--ahead', '32'],
    ['--rule', 'mean'],
    ['--group', 'vendor'],
  ]) {
    expect((await run(['calendar', ...wrong])).exitCode).toBe(2);
  }
  const none = insightCommand(createFakeJudgement());
  for (const command of ['calendar', 'sla']) expect((await none([command])).err).toBe('No expected runs.\n');
});

test('ratios have their counts, the age that data may have, and a total', async () => {
  const { exitCode, out } = await open(3).run(['sla']);
  expect(exitCode).toBe(0);
  expect(out).toMatch(/^! +vm-1 +a +66.6 % +3 +2 +1 +1 +0 +1 d 1 h +1 d 11 h$/m);
  expect(out).toMatch(/^ +all +66.6 % +3 +2 +1 +1 +0$/m);
});

test('a source that is not complete ends with 6', async () => {
  const run = insightCommand(createFakeJudgement({ occurrences, sources: [makeSource('a', { status: 'failed' })] }));
  for (const command of ['calendar', 'sla']) expect((await run([command])).exitCode).toBe(6);
});
