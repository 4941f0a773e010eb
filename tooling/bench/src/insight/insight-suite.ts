import { fork } from 'node:child_process';
import { type Figure, single } from '../figures/figure.ts';
import type { Suite } from '../figures/suite.ts';
import { nextMessage } from '../processes/next-message.ts';
import { measureMonth } from './measure-month.ts';
import { measureVerdicts } from './measure-verdicts.ts';
import type { Basis } from './month-plan.ts';
import { type MonthResult, monthResultSchema } from './month-result.ts';
import { addScores, precisionOf, recallOf, toMonthTable } from './month-table.ts';

/** One has the change of clocks in spring of three continents, the other that in autumn. */
const months = ['2026-03-06T12:00:00.000Z', '2026-10-03T12:00:00.000Z'];
const monthDays = 31;
/** The appliance alone, over the change in spring. */
const quickPart = { from: '2026-03-25T12:00:00.000Z', days: 7, vendors: ['veeam-azure'], everyMinutes: 240 } as const;

async function runApart(from: string): Promise<MonthResult> {
  const child = fork(new URL('month-process.ts', import.meta.url), [from, String(monthDays)]);
  try {
    return monthResultSchema.parse(await nextMessage(child));
  } finally {
    child.kill();
  }
}

interface Aims {
  readonly precision: number;
  readonly recall: number;
}

function toFigures(results: readonly MonthResult[], name: string, bases: readonly Basis[], aims: Aims): Figure[] {
  const scores = results.flatMap(({ kinds }) => kinds).filter(({ basis }) => bases.includes(basis));
  const total = addScores(scores);
  if (total === null) return [];
  const { missedFound, falselyMissed, neverStarted, unknownMissed } = total;
  return [
    {
      name: `${name}: of what is called missed, the share that never started`,
      measured: `${missedFound} of ${missedFound + falselyMissed}`,
      ratio: single(precisionOf(total)),
      aim: { least: aims.precision },
    },
    {
      name: `${name}: of what never started, the share that is called missed`,
      measured: `${missedFound} of ${neverStarted - unknownMissed}, and ${unknownMissed} unknown`,
      ratio: single(recallOf(total)),
      aim: { least: aims.recall },
    },
  ];
}

function toAllFigures(results: readonly MonthResult[]): Figure[] {
  const looks = results.reduce((sum, { blind }) => sum + blind.looks, 0);
  const missed = results.reduce((sum, { blind }) => sum + blind.missed, 0);
  const irregular = addScores(results.flatMap(({ kinds }) => kinds).filter(({ basis }) => basis === 'irregular'));
  return [
    ...toFigures(results, 'schedule of the vendor', ['schedule', 'next-run'], { precision: 0.99, recall: 1 }),
    ...toFigures(results, 'inferred', ['inferred'], { precision: 0.95, recall: 0.95 }),
    {
      name: 'called missed while the source could not be read',
      measured: `${missed} in ${looks} looks`,
      ratio: single(missed),
      aim: { most: 0 },
    },
    ...(irregular === null
      ? []
      : [
          {
            name: 'irregular machines: called missed',
            measured: `${irregular.falselyMissed + irregular.missedFound} of ${irregular.due} days`,
            ratio: single(irregular.falselyMissed + irregular.missedFound),
            aim: { most: 0 },
          },
        ]),
  ];
}

export const insightSuite: Suite = {
  name: 'insight',
  title:
    'Two months of simulated vendors with planted misses and failures: what is found, compared with what happened.',
  isQuick: true,
  async run({ isQuick, write }) {
    const results = isQuick ? [await measureMonth(quickPart)] : await Promise.all(months.map(runApart));
    write(toMonthTable(results));
    for (const { events, days, cpuSeconds } of results) {
      write(`${days} days, ${events} planted events, ${cpuSeconds.toFixed(0)} s of processor time`);
    }
    for (const each of results.flatMap(({ mismatches }) => mismatches).slice(0, isQuick ? 10 : 200)) {
      const { plan, item, dueAt, outcome, verdict, planted } = each;
      write(`${plan} ${item ?? ''} ${dueAt}: ${outcome}, found ${verdict} ${planted.join(' ')}`);
    }
    return [...toAllFigures(results), ...measureVerdicts(isQuick ? 100 : 2_500)];
  },
};
