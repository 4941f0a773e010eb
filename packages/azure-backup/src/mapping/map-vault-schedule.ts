import {
  combine,
  computed,
  defineWords,
  joinScheduleParts,
  missing,
  type Readable,
  type Reading,
  readDuration,
  readInstant,
  readText,
  type Schedule,
  type SchedulePart,
  type ScheduleRule,
  type ScheduleTrack,
  tolerant,
  toTimeZone,
  Unreadable,
  unreadable,
} from '@crossvault/core';
import { z } from 'zod';

const text = () => tolerant(z.string());
const list = <S extends z.ZodType>(entry: S) => tolerant(z.array(tolerant(entry)).readonly());

const ruleWire = z.object({
  objectType: text(),
  backupParameters: tolerant(z.object({ backupType: text() })),
  trigger: tolerant(
    z.object({ schedule: tolerant(z.object({ repeatingTimeIntervals: list(z.string()), timeZone: text() })) }),
  ),
});

/** The part of a Backup vault's policy that says when backups are made; policies of Recovery Services vaults have no rules. */
export const vaultPolicyWire = z.object({ policyRules: list(ruleWire) });

/** A policy of a Backup vault. */
export type VaultPolicyWire = z.output<typeof vaultPolicyWire>;

const trackWords = defineWords<ScheduleTrack>({
  full: ['Full'],
  incremental: ['Incremental'],
  differential: ['Differential'],
  log: ['Log'],
  backup: ['Discrete'],
});

/** The schedule of a Backup vault's policy; null: it has no rules, and is one of another vault. */
export function readVaultSchedule({ policyRules }: VaultPolicyWire): Reading<Schedule | null> | null {
  if (policyRules === null || policyRules === undefined) return null;
  if (policyRules instanceof Unreadable) return unreadable(null);
  const zones = new Set<string>();
  const parts = policyRules.flatMap((rule) => readRule(rule, zones));
  // A schedule has one zone. No documented policy has several.
  const [zone = null, ...others] = zones;
  const timeZone = zone === null || others.length > 0 ? null : toTimeZone(zone);
  const schedule = joinScheduleParts(parts, {
    source: 'native',
    timeZone,
    nativeTimeZone: zone,
    timeZoneFrom: zone === null ? null : 'plan',
    clockChange: { skipped: 'undocumented', doubled: 'undocumented' },
    confidence: 1,
  });
  if (schedule === null) return missing(null);
  const shown = { ...schedule, text: zone === null ? schedule.text : `${schedule.text} (${[...zones].join(', ')})` };
  const isWhole = schedule.unread.length === 0 && (zone === null || timeZone !== null);
  return isWhole ? computed(shown) : combine(shown, [unreadable(null)]);
}

type Rules = Readable<VaultPolicyWire['policyRules']>;

const path = 'properties.policyRules.trigger.schedule';

/** Rules of retention have no trigger. */
function readRule(rule: Rules[number], zones: Set<string>): SchedulePart[] {
  if (rule === null || rule === undefined) return [];
  if (rule instanceof Unreadable) return [{ text: '?', rules: [], unread: ['properties.policyRules'] }];
  const { backupParameters, trigger } = rule;
  if (trigger === null || trigger === undefined) return [];
  const schedule = trigger instanceof Unreadable ? null : trigger.schedule;
  if (!schedule || schedule instanceof Unreadable) return [{ text: '?', rules: [], unread: [path] }];
  const zone = readText(schedule.timeZone).value;
  if (zone !== null) zones.add(zone);
  const type = backupParameters instanceof Unreadable ? null : readText(backupParameters?.backupType).value;
  const track = type === null ? 'backup' : (trackWords.lookup(type) ?? 'other');
  return [readRepetitions(schedule.repeatingTimeIntervals, track, type === null ? '' : `${type}: `)];
}

function readRepetitions(times: unknown, track: ScheduleTrack, label: string): SchedulePart {
  const words: readonly unknown[] = Array.isArray(times) ? times : [];
  const rules = words.flatMap((word) => (typeof word === 'string' ? (readRepetition(word, track) ?? []) : []));
  return {
    text: `${label}${words.map((word) => (typeof word === 'string' ? word : '?')).join(', ')}`,
    rules,
    unread: rules.length > 0 && rules.length === words.length ? [] : [`${path}.repeatingTimeIntervals`],
  };
}

const dayMs = 86_400_000;

/**
 * `R/2021-05-28T02:30:00+00:00/P1D`: without an end, from an instant on. Days and weeks are days of the zone, hours and minutes
 * elapse. Null for a number of repetitions, and for months, which are no number of days.
 */
function readRepetition(word: string, track: ScheduleTrack): ScheduleRule | null {
  const [, anchor, period] = /^R\/([^/]+)\/(P[^/]+)$/.exec(word) ?? [];
  const anchorAt = readInstant(anchor).value;
  const seconds = readDuration(period, 'iso').value;
  if (anchorAt === null || seconds === null || seconds < 1 || !Number.isSafeInteger(seconds)) return null;
  const isDays = period !== undefined && !period.includes('T') && (seconds * 1000) % dayMs === 0;
  return isDays
    ? { kind: 'interval', track, every: (seconds * 1000) / dayMs, unit: 'days', anchorAt }
    : { kind: 'interval', track, every: seconds, unit: 'seconds', anchorAt };
}
