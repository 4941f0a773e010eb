import type { Fault, FaultRule } from './fault.ts';

/** Says of every request which fault hits it, by rules that count the requests. */
export interface FaultPlan {
  add(rules: readonly FaultRule[]): void;
  next(isList: boolean): Fault | null;
}

export function createFaultPlan(): FaultPlan {
  const counted: { readonly rule: FaultRule; seen: number }[] = [];
  return {
    add: (rules) => void counted.push(...rules.map((rule) => ({ rule, seen: 0 }))),
    next(isList) {
      let chosen: Fault | null = null;
      for (const each of counted) {
        const { list, nth = 1, times = 1 } = each.rule.on;
        if (list !== undefined && list !== isList) continue;
        each.seen += 1;
        const isMeant = each.seen >= nth && (times === 'always' || each.seen < nth + times);
        if (isMeant) chosen ??= each.rule.fault;
      }
      return chosen;
    },
  };
}
