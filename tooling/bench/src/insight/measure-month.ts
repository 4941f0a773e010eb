import type { VendorId } from '@crossvault/simulators';
import { createBlindCheck } from './blind-check.ts';
import { compareMonth } from './compare-month.ts';
import { planBlindness, planEvents, planLives } from './month-events.ts';
import { monthPlans } from './month-plans.ts';
import type { MonthResult } from './month-result.ts';
import { runMonth } from './run-month.ts';
import { readVerdicts } from './verdicts.ts';

const dayMs = 86_400_000;

/** One month, or a part of it. */
export interface MonthRequest {
  readonly from: string;
  readonly days: number;
  /** @default all */
  readonly vendors?: readonly VendorId[];
  /** @default 180 */
  readonly everyMinutes?: number;
}

/** Runs a month and compares what was found with what happened. */
export async function measureMonth({ from, days, vendors, everyMinutes = 180 }: MonthRequest): Promise<MonthResult> {
  const isWanted = ({ vendor }: { readonly vendor: VendorId }): boolean => vendors?.includes(vendor) ?? true;
  const span = { fromMs: Date.parse(from), untilMs: Date.parse(from) + days * dayMs };
  const plans = monthPlans.filter(isWanted);
  const blindness = planBlindness(span).filter(isWanted);
  const events = [...planEvents(plans, span), ...planLives(span).filter(isWanted), ...blindness];
  const blind = createBlindCheck(blindness);
  const used = process.cpuUsage();
  const options = { span, plans, events, historyDays: 35, everyMinutes, afterSync: blind.look };
  return runMonth(options, async ({ simulators, store, nowMs }) => {
    const verdicts = await readVerdicts(store, span.fromMs, nowMs);
    const comparison = compareMonth(plans, simulators.schedule().occurrences, verdicts, span);
    const { user, system } = process.cpuUsage(used);
    const planted = events.filter(({ at = '' }) => Date.parse(at) >= span.fromMs && Date.parse(at) < span.untilMs);
    return {
      kinds: [...comparison.kinds],
      mismatches: [...comparison.mismatches],
      events: planted.length,
      days,
      blind: blind.result(),
      cpuSeconds: (user + system) / 1e6,
    };
  });
}
