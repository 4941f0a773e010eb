import { expect, test } from 'vitest';
import { expandSchedule } from '../expand-schedule.ts';
import type { Span } from '../occurrence.ts';
import { inferSchedule } from './infer-schedule.ts';
import {
  createRandom,
  dayMs,
  hourMs,
  irregularMachines,
  minuteMs,
  type SimulatedYear,
  simulatedPlans,
  simulateYear,
  yearEndMs,
  yearStartMs,
} from './testing/simulated-plans.ts';

const itemsOfKind = 5;
const months = 12;

/** The due times of a year that are called missed, each by a schedule that was concluded from earlier runs alone. */
function findMissed({ startsMs, blind }: SimulatedYear, turnMs: number): readonly number[] {
  const missed: number[] = [];
  const unseen: Span[] = [...blind];
  for (let nowMs = yearStartMs; nowMs < yearEndMs; nowMs += turnMs) {
    const earlier = startsMs.slice(0, countThrough(startsMs, nowMs));
    const inferred = inferSchedule({ startsMs: earlier, unseen, timeZone: 'Europe/Berlin', nowMs }, 'backup');
    if (inferred === null || !inferred.mayMiss) continue;
    for (const due of expandSchedule(inferred.schedule).duesBetween(nowMs, nowMs + turnMs)) {
      const span = { fromMs: due.dueMs, untilMs: due.lastDueMs + inferred.graceMs };
      if (!due.isCertain || isUnknowable(span, blind) || hasStart(startsMs, span)) continue;
      missed.push(due.dueMs);
      unseen.push(span);
    }
  }
  return missed;
}

function countThrough(startsMs: readonly number[], nowMs: number): number {
  const index = startsMs.findIndex((startMs) => startMs > nowMs);
  return index === -1 ? startsMs.length : index;
}

/** Whether the run could not be seen. */
const isUnknowable = ({ fromMs, untilMs }: Span, blind: readonly Span[]): boolean =>
  untilMs >= yearEndMs || blind.some((span) => span.fromMs < untilMs && span.untilMs > fromMs);

/** A run may start a little early. */
function hasStart(startsMs: readonly number[], { fromMs, untilMs }: Span): boolean {
  const earlyMs = Math.min(30 * minuteMs, (untilMs - fromMs) / 2);
  return startsMs.some((startMs) => startMs >= fromMs - earlyMs && startMs <= untilMs);
}

interface Row {
  readonly name: string;
  readonly planted: number;
  readonly found: number;
  readonly falseAlarms: number;
}

const isNear = (times: readonly number[], ms: number): boolean =>
  times.some((other) => Math.abs(other - ms) <= 2 * hourMs);

function compare(name: string, years: readonly SimulatedYear[], turnMs: number): Row {
  let [planted, found, falseAlarms] = [0, 0, 0];
  for (const year of years) {
    const missed = findMissed(year, turnMs);
    const plantedMs = year.missedMs.filter((dueMs) => dueMs < yearEndMs - dayMs);
    planted += plantedMs.length;
    found += plantedMs.filter((dueMs) => isNear(missed, dueMs)).length;
    falseAlarms += missed.filter((dueMs) => !isNear(year.missedMs, dueMs)).length;
  }
  return { name, planted, found, falseAlarms };
}

const sum = (rows: readonly Row[], key: 'planted' | 'found' | 'falseAlarms'): number =>
  rows.reduce((total, row) => total + row[key], 0);

const write = ({ name, planted, found, falseAlarms }: Row): string =>
  `${name.padEnd(64)} ${String(planted).padStart(7)} ${String(found).padStart(7)} ${String(falseAlarms).padStart(7)}`;

test('of a year of plans nearly all missed runs are found, and machines without a plan are never late', () => {
  const regular = simulatedPlans.map((plan, kind) => {
    const years = Array.from({ length: itemsOfKind }, (_, item) => simulateYear(plan, createRandom(100 * kind + item)));
    return compare(plan.name, years, plan.duesMs.length > 1000 ? 8 * hourMs : dayMs);
  });
  const irregular = irregularMachines.map(({ name, starts }, kind) => {
    const years = Array.from({ length: itemsOfKind }, (_, item) => ({
      startsMs: starts(createRandom(10_000 + 100 * kind + item)),
      missedMs: [],
      blind: [],
    }));
    return compare(name, years, dayMs);
  });
  const [planted, found, falseAlarms] = [sum(regular, 'planted'), sum(regular, 'found'), sum(regular, 'falseAlarms')];
  const recall = found / planted;
  const precision = found / (found + falseAlarms);
  const aMonth = falseAlarms / (regular.length * itemsOfKind * months);
  const heading = `${'plan'.padEnd(64)} planted   found   false`;
  const total = `recall ${recall.toFixed(3)}, precision ${precision.toFixed(3)}, false alarms an item and month ${aMonth.toFixed(3)}`;
  process.stdout.write(`${[heading, ...[...regular, ...irregular].map(write), total].join('\n')}\n`);
  expect(planted).toBeGreaterThan(200);
  expect(recall).toBeGreaterThanOrEqual(0.95);
  expect(aMonth).toBeLessThanOrEqual(0.05);
  expect(sum(irregular, 'falseAlarms')).toBe(0);
});
