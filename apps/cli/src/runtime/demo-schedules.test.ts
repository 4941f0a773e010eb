import { type Simulators, startSimulators } from '@crossvault/simulators';
import { afterEach, expect, test } from 'vitest';
import { demoSchedules } from './demo-schedules.ts';

let simulators: Simulators;
afterEach(() => simulators.close());

const dayMs = 86_400_000;
const days = 14;

const open = async (now: string, jobs = 0) => {
  const schedules = demoSchedules({ jobs, days }, Date.parse(now));
  simulators = await startSimulators({ start: now, days, schedules });
};

test.each(['2026-11-24T06:30:00Z', '2026-11-25T12:00:00Z', '2026-11-29T23:30:00Z'])(
  'seen at %s the world is healthy but for the machines that failed and were stopped, and the run that is missing',
  async (now) => {
    await open(now);
    const { occurrences } = simulators.schedule();
    const told = (outcome: string) => occurrences.filter((one) => one.outcome === outcome);
    expect(told('failed').map(({ item }) => item)).toEqual(['vm-sql-01', 'vm-sql-01', 'vm-sql-01']);
    expect(new Set(told('cancelled').map(({ item }) => item))).toEqual(new Set(['vm-jump']));
    expect(new Set(told('missed').map(({ plan, dueAt }) => `${plan} ${dueAt}`)).size).toBe(1);
    expect(told('skipped')).toEqual([]);
    const newest = new Map(occurrences.map((one) => [`${one.vendor} ${one.plan} ${one.item}`, one]));
    const bad = [...newest.values()].filter(({ outcome }) => !['succeeded', 'running', 'waiting'].includes(outcome));
    expect(bad.map(({ plan, item }) => item ?? plan).toSorted()).toEqual(['Web tier', 'vm-jump', 'vm-sql-01']);
    const lastGood = occurrences.findLast(({ item, outcome }) => item === 'vm-jump' && outcome === 'succeeded');
    expect(Date.parse(now) - Date.parse(lastGood?.startedAt ?? now)).toBeGreaterThan(3 * dayMs);
  },
);

test('every nightly plan ran for fourteen nights', async () => {
  await open('2026-11-25T12:00:00Z');
  const { occurrences } = simulators.schedule();
  const nights = occurrences.filter(({ item }) => item === 'vm-web-01').map(({ dueAt }) => dueAt.slice(0, 10));
  expect(new Set(nights).size).toBe(days);
});

test('more jobs come from more machines', async () => {
  await open('2026-11-25T12:00:00Z', 1000);
  expect(simulators.truth().length).toBeGreaterThanOrEqual(1000);
});
