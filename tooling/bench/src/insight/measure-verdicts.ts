import { expandSchedule, judgeOccurrences } from '@crossvault/engine/internal';
import { type Figure, single } from '../figures/figure.ts';

const dayMs = 86_400_000;
const days = 400;
const fromMs = Date.parse('2026-01-01T00:00:00.000Z');
/** The aim: 100,000 subjects over 400 days, a run a day, in a minute on one core. */
const aimSeconds = 60;
const aimSubjects = 100_000;

const schedule = expandSchedule({
  text: '',
  source: 'native',
  rules: [{ kind: 'calendar', track: 'backup', times: ['22:00'], days: { kind: 'every-day' }, months: null }],
  timeZone: 'Europe/Berlin',
  nativeTimeZone: null,
  timeZoneFrom: 'plan',
  clockChange: { skipped: 'undocumented', doubled: 'undocumented' },
  confidence: 1,
  unread: [],
});

/** A subject that ran every day but for one day in thirty. */
function subjectOf(number: number) {
  const dues = schedule.duesBetween(fromMs, fromMs + days * dayMs);
  const runs = dues.flatMap(({ dueMs }, day) => {
    const startedMs = dueMs + ((number * 37 + day * 11) % 240) * 1_000;
    const status = (number + day) % 41 === 0 ? ('failed' as const) : ('succeeded' as const);
    const run = { id: `${number}/${day}`, kind: 'backup' as const, status, startedMs, endedMs: startedMs + 600_000 };
    return (number + day) % 30 === 0
      ? []
      : [{ ...run, trigger: 'scheduled' as const, isOurs: false, madeNothing: false }];
  });
  const untilMs = fromMs + (days + 1) * dayMs;
  return {
    id: String(number),
    versions: [{ id: '1', firstSeenMs: fromMs, lastSeenMs: untilMs, schedule }],
    runs,
    coverage: [{ fromMs: 0, untilMs }],
    isLinked: true,
    unlisted: [],
    pointsMs: [],
    sinceMs: null,
    retiredMs: null,
    graces: { defaultStartMs: 3_600_000, configuredStartMs: null, reportLagMs: 0 },
    excuses: [],
  };
}

/** Judges so many subjects, and reckons what the aim's number of them would take. */
export function measureVerdicts(subjects: number): readonly Figure[] {
  const range = { fromMs, untilMs: fromMs + days * dayMs, nowMs: fromMs + (days + 1) * dayMs };
  const made = Array.from({ length: subjects }, (_, number) => subjectOf(number));
  let verdicts = 0;
  const used = process.cpuUsage();
  for (const subject of made) verdicts += judgeOccurrences(subject, range).length;
  const { user, system } = process.cpuUsage(used);
  const seconds = (user + system) / 1e6;
  const reckoned = (seconds / subjects) * aimSubjects;
  return [
    {
      name: `verdicts of ${aimSubjects.toLocaleString('en')} subjects × ${days} days / ${aimSeconds} s, processor time`,
      measured: `${reckoned.toFixed(1)} s, from ${verdicts.toLocaleString('en')} verdicts in ${seconds.toFixed(2)} s`,
      ratio: single(reckoned / aimSeconds),
      aim: { most: 1 },
      better: null,
    },
  ];
}
