import type { PlantedEvent } from '@crossvault/simulators';
import type { MonthPlan } from './month-plan.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** When a month begins and ends, in milliseconds. */
export interface MonthSpan {
  readonly fromMs: number;
  readonly untilMs: number;
}

const instant = (atMs: number): string => new Date(atMs).toISOString();

type RunKind = 'miss' | 'fail' | 'late' | 'warn' | 'cancel' | 'overrun';

/** Half of what is planted are runs that never start. */
const kinds: readonly (readonly [kind: RunKind, times: number])[] = [
  ['miss', 1],
  ['fail', 1],
  ['miss', 1],
  ['warn', 1],
  ['late', 1],
  ['fail', 3],
  ['miss', 2],
  ['cancel', 1],
  ['overrun', 1],
];

const monthMs = 31 * dayMs;
/** So far apart are the events of one item in a month: each is judged by itself. In a part of a month they follow each other sooner. */
const apartInMonth = 4;
const apartInPart = 1;
const isWhole = ({ fromMs, untilMs }: MonthSpan): boolean => untilMs - fromMs >= monthMs;

/** A day of a month of 31 days, or the same share of a part of one. */
const dayOf = ({ fromMs, untilMs }: MonthSpan, day: number): string =>
  instant(fromMs + (day / 31) * (untilMs - fromMs));

function toRunEvents(plan: MonthPlan, span: MonthSpan, seed: number): PlantedEvent[] {
  const { fromMs, untilMs } = span;
  const daysApart = isWhole(span) ? apartInMonth : apartInPart;
  const { vendor, wish, everyHours } = plan;
  if (plan.isDisturbed === false || everyHours > 168) return [];
  const items = vendor === 'azure-backup' ? (wish.items ?? []) : [undefined];
  return items.flatMap((item, position) => {
    const apartMs = Math.max(daysApart * dayMs, everyHours * 2 * hourMs);
    const firstMs = fromMs + 1.5 * dayMs + (((seed + position) % 4) / 4) * daysApart * dayMs + (seed % 7) * hourMs;
    const count = Math.max(0, Math.floor((untilMs - 2 * dayMs - firstMs) / apartMs));
    return Array.from({ length: count }, (_, index): PlantedEvent => {
      const [kind, times] = kinds[(index + seed + position * 2) % kinds.length] ?? ['miss', 1];
      const target = {
        vendor,
        plan: wish.name,
        ...(item === undefined ? {} : { item }),
        at: instant(firstMs + index * apartMs),
      };
      const seconds = Math.round(Math.min(3, everyHours * 0.35) * 3600);
      if (kind === 'late') return { kind, ...target, seconds };
      if (kind === 'overrun') return { kind, ...target, seconds: Math.round(Math.min(9, everyHours * 0.7) * 3600) };
      return { kind, ...target, times };
    });
  });
}

/** A machine that is used on some days only. */
const toAbsences = ({ vendor, wish }: MonthPlan, { fromMs, untilMs }: MonthSpan, seed: number): PlantedEvent[] =>
  Array.from({ length: Math.ceil((untilMs - fromMs) / dayMs) + 75 }, (_, index) => index)
    .filter((index) => (index * 7919 + seed * 104_729 + ((index * index) % 13) * 31) % 100 < 38)
    .map((index) => ({ kind: 'miss', vendor, plan: wish.name, at: instant(untilMs - (index + 1) * dayMs) }));

/** What is planted into the plans of a month. */
export function planEvents(plans: readonly MonthPlan[], span: MonthSpan): readonly PlantedEvent[] {
  return plans.flatMap((plan, index) =>
    plan.basis === 'irregular' ? toAbsences(plan, span, index + 1) : toRunEvents(plan, span, index + 1),
  );
}

/** What operators do: they move schedules, switch plans off and on again, and remove items. */
export function planLives(span: MonthSpan): readonly PlantedEvent[] {
  const onDay = (day: number): string => dayOf(span, day);
  const daily = (time: string) => ({ rules: [{ kind: 'calendar', track: 'backup', times: [time] }] }) as const;
  return [
    { kind: 'edit-schedule', vendor: 'azure-backup', plan: 'policy-edit-01', at: onDay(15.3), ...daily('06:00') },
    { kind: 'edit-schedule', vendor: 'veeam-azure', plan: 'edited', at: onDay(12.1), ...daily('19:00') },
    { kind: 'edit-schedule', vendor: 'veeam-spc', plan: 'srv-edit', at: onDay(10.7), ...daily('10:00') },
    { kind: 'disable', vendor: 'azure-backup', plan: 'policy-off-01', at: onDay(9.4) },
    { kind: 'enable', vendor: 'azure-backup', plan: 'policy-off-01', at: onDay(13.6) },
    { kind: 'disable', vendor: 'veeam-azure', plan: 'switched', at: onDay(20.5) },
    { kind: 'enable', vendor: 'veeam-azure', plan: 'switched', at: onDay(23.2) },
    { kind: 'retire', vendor: 'azure-backup', plan: 'policy-kol-01', item: 'kol-02', at: onDay(20.2) },
    { kind: 'retire', vendor: 'azure-backup', plan: 'policy-desk-01', item: 'desk-03', at: onDay(24.5) },
  ];
}

/** When a vendor, or a part of it, cannot be read. */
export function planBlindness(span: MonthSpan): readonly Extract<PlantedEvent, { kind: 'blind' }>[] {
  const blind = (vendor: PlantedEvent['vendor'], day: number, hours: number, path?: string) => ({
    kind: 'blind' as const,
    vendor,
    at: dayOf(span, day),
    seconds: hours * 3600,
    ...(path === undefined ? {} : { path }),
  });
  return [
    blind('azure-backup', 4.2, 4),
    blind('azure-backup', 11.3, 24),
    blind('azure-backup', 17.25, 12, '/vaults/rsv-prod-weu/'),
    blind('veeam-azure', 6.1, 6),
    blind('veeam-azure', 14.4, 24),
    blind('veeam-spc', 8.3, 5),
    blind('veeam-spc', 19.2, 24),
    blind('avepoint', 9.5, 8),
    blind('avepoint', 21.1, 24),
  ];
}
