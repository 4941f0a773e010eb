import {
  combine,
  computed,
  foldWord,
  type Reading,
  readText,
  readWire,
  type Schedule,
  type ScheduleRule,
  type ScheduleTrack,
  unreadable,
} from '@crossvault/core';
import { kindWords } from './map-kind.ts';
import type { Owner } from './owner.ts';
import { type ReadRules, readServerRules } from './server-schedule.ts';
import { either, type JobWire } from './wire.ts';

/** What Veeam does at a time of day that a change of clocks skips or doubles is not documented for these jobs. */
const clockChange: Schedule['clockChange'] = { skipped: 'undocumented', doubled: 'undocumented' };

/** Agents' jobs report a word and the next run; jobs of backup servers report when they run, and not the next run. */
export function readSchedule(job: JobWire, family: Owner['family']): Reading<Schedule | null> {
  const read = readWire(either(job.scheduleType, job.schedulingType), (found) => computed(String(found)));
  const word = read.value;
  if (word === null || word === '') return { ...read, value: null };
  const words = readWire(job.scheduleDisplayName, (found) => computed(String(found))).value;
  const facts = {
    text: words === null || words === '' ? word : words,
    clockChange,
    confidence: 1,
  } satisfies Partial<Schedule>;
  const { rules, unread, timeZone, source } = readRules(job, foldWord(word), family);
  const schedule: Schedule = {
    ...facts,
    source,
    rules: [...rules],
    timeZone,
    nativeTimeZone: null,
    timeZoneFrom: timeZone === null ? null : 'plan',
    unread: [...unread],
  };
  return unread.length === 0 ? computed(schedule) : combine(schedule, [unreadable(null)]);
}

interface FoundRules extends ReadRules {
  readonly source: Schedule['source'];
}

function readRules(job: JobWire, type: string, family: Owner['family']): FoundRules {
  const track = trackOf(job, family);
  const simple = (rule: ScheduleRule): FoundRules => ({ rules: [rule], unread: [], timeZone: null, source: 'native' });
  if (type === 'notscheduled') return simple({ kind: 'none', track });
  if (type === 'continuously') return simple({ kind: 'continuous', track });
  if (family === 'server') return { ...readServerRules(job, type, track), source: 'native' };
  return { rules: [], unread: [], timeZone: null, source: 'next-run' };
}

function trackOf(job: JobWire, family: Owner['family']): ScheduleTrack {
  if (family === 'agent') return 'backup';
  const kind = kindWords.lookup(readText(job.type).value ?? '');
  return kind === 'backup' || kind === 'copy' || kind === 'archive' || kind === 'snapshot' ? kind : 'other';
}
