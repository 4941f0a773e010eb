import type { Schedule, ScheduleRule } from '@crossvault/core';

/**
 * What a schedule means, as one text: two schedules with the same text have the same due runs. Its words, its source and the vendor's word for the zone
 * do not count, and neither does the order in which a vendor lists rules, times and days. A schedule of other meaning is a new version.
 */
export function meaningOf({ rules, timeZone, clockChange, unread }: Schedule): string {
  const parts = rules.map((rule) => JSON.stringify(sortedRule(rule))).sort();
  return JSON.stringify([timeZone, clockChange.skipped, clockChange.doubled, [...new Set(parts)], [...unread].sort()]);
}

/** The members of a rule as pairs, in the order of their names, with lists in order. */
function sortedRule(rule: ScheduleRule): readonly unknown[] {
  return sortedMembers(rule.kind === 'interval' ? { ...rule, anchorAt: firstAnchor(rule) } : rule);
}

function sortedMembers(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return [...new Set(value)].sort(byText);
  if (typeof value !== 'object' || value === null) return [value];
  return Object.entries(value)
    .sort(([one], [other]) => byText(one, other))
    .map(([name, member]) => [name, sortedMembers(member)]);
}

const byText = (one: unknown, other: unknown): number => (String(one) < String(other) ? -1 : 1);

/** An anchor that has moved by whole intervals is the same one. Days have no fixed length, and their anchors are compared as they are. */
function firstAnchor({ anchorAt, every, unit }: Extract<ScheduleRule, { kind: 'interval' }>): string | null {
  if (anchorAt === null || unit === 'days') return anchorAt;
  const everyMs = every * 1000;
  return String(((Date.parse(anchorAt) % everyMs) + everyMs) % everyMs);
}
