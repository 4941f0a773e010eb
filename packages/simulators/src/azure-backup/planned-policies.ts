import type { PlanCourse } from '../schedule/plan-course.ts';
import type { Planner } from '../schedule/planner.ts';
import type { ScheduleRule } from '../schedule/rule.ts';
import { type AzureVault, keyOfVault } from './documented.ts';
import { isOfPolicy } from './plans.ts';
import { at, type PolicyTable, type SimulatedPolicy } from './policies.ts';

/** The vendor's names of zones are those of Windows. */
const WINDOWS_ZONES: Readonly<Record<string, string>> = {
  UTC: 'UTC',
  'Europe/London': 'GMT Standard Time',
  'Europe/Berlin': 'W. Europe Standard Time',
  'Europe/Paris': 'Romance Standard Time',
  'America/New_York': 'Eastern Standard Time',
  'America/Los_Angeles': 'Pacific Standard Time',
  'Asia/Kolkata': 'India Standard Time',
  'Australia/Sydney': 'AUS Eastern Standard Time',
  'Australia/Lord_Howe': 'Lord Howe Standard Time',
};

const simple = (times: readonly string[], more: object) => ({
  schedulePolicyType: 'SimpleSchedulePolicy',
  scheduleRunTimes: at(...times),
  scheduleWeeklyFrequency: 0,
  ...more,
});

/** The part of a policy that tells a rule; throws RangeError for a rule that no policy of Azure can tell. */
export const renderRule = (rule: ScheduleRule): Readonly<Record<string, unknown>> => {
  if (rule.kind === 'calendar' && rule.months === undefined) {
    if (rule.on === undefined) return simple(rule.times, { scheduleRunFrequency: 'Daily' });
    if ('weekdays' in rule.on) {
      return simple(rule.times, { scheduleRunFrequency: 'Weekly', scheduleRunDays: rule.on.weekdays });
    }
  }
  if (rule.kind === 'window' && rule.on === undefined) {
    const { everyHours: interval, from, hours: scheduleWindowDuration } = rule;
    const [scheduleWindowStartTime] = at(from);
    return {
      schedulePolicyType: 'SimpleSchedulePolicyV2',
      scheduleRunFrequency: 'Hourly',
      hourlySchedule: { interval, scheduleWindowStartTime, scheduleWindowDuration },
    };
  }
  if (rule.kind === 'interval' && rule.track === 'log') {
    return { schedulePolicyType: 'LogSchedulePolicy', scheduleFrequencyInMins: rule.everyMinutes };
  }
  throw new RangeError(`no policy of Azure has a schedule of the kind ${rule.kind} like this one`);
};

/** The policy as it is at an instant; null: its plan is no policy, or gone. */
const toPolicy = ({ plan, scheduleAt, isGoneAt }: PlanCourse, vault: AzureVault, nowMs: number): SimulatedPolicy[] => {
  if (!isOfPolicy(plan) || plan.list !== keyOfVault(vault) || isGoneAt(null, nowMs)) return [];
  const { rules, timeZone } = scheduleAt(nowMs);
  const main = rules.find(({ track }) => track !== 'log');
  const log = rules.find(({ track }) => track === 'log');
  if (main === undefined) return [];
  return [
    {
      vault,
      name: plan.name,
      management: plan.sort,
      schedule: renderRule(main),
      ...(log === undefined ? {} : { logSchedule: renderRule(log) }),
      timeZone: WINDOWS_ZONES[timeZone] ?? timeZone,
    },
  ];
};

export const createPlannedPolicies = (planner: Planner, now: () => number): PolicyTable => ({
  of: (vault) => planner.plans.flatMap((course) => toPolicy(course, vault, now())),
});
