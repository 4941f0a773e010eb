import { type PlanWish, type SimulatedPlan, toPlan } from '../schedule/plan.ts';
import type { ScheduleRule } from '../schedule/rule.ts';
import type { ScheduleOptions } from '../schedule/schedule-options.ts';

const daily = (...times: readonly string[]): readonly ScheduleRule[] => [{ kind: 'calendar', track: 'backup', times }];

/** The services that are backed up; their sort is their number in the settings. */
const USUAL: readonly PlanWish[] = [
  { name: 'Exchange Online', sort: '0', rules: daily('02:00', '08:00', '14:00', '20:00') },
  { name: 'SharePoint Online', sort: '1', rules: daily('01:00', '13:00') },
  { name: 'OneDrive', sort: '2', rules: daily('03:00') },
  { name: 'Teams', sort: '6', rules: daily('04:00', '16:00') },
  { name: 'Teams Chat', sort: '10', rules: daily('05:00') },
  { name: 'Power Apps', sort: '14', rules: daily('23:00') },
];

/** The filter `objectType` of the list counts otherwise than the settings, and does not have all services. */
const OBJECT_TYPES: ReadonlyMap<number, number> = new Map([
  [0, 1],
  [1, 2],
  [2, 3],
  [3, 4],
  [4, 5],
  [5, 6],
  [6, 7],
  [9, 8],
  [10, 9],
  [11, 10],
  [12, 11],
  [14, 12],
]);

export const serviceTypeOf = ({ sort }: Pick<SimulatedPlan, 'sort'>): number => Number(sort);

/** 0: no list of one type has its jobs. */
export const objectTypeOf = (plan: Pick<SimulatedPlan, 'sort'>): number => OBJECT_TYPES.get(serviceTypeOf(plan)) ?? 0;

/** The settings know times of day in UTC, and nothing else. */
export const timesOf = (rules: readonly ScheduleRule[]): readonly string[] =>
  rules.flatMap((rule) => {
    if (rule.kind === 'calendar' && rule.on === undefined && rule.months === undefined) return rule.times;
    throw new RangeError('a service is backed up at times of every day');
  });

const toAvepointPlan = (wish: PlanWish, index: number, locations: readonly string[]): SimulatedPlan => {
  const sort = wish.sort ?? String(index);
  if (!/^(\d|1[0-4])$/.test(sort)) throw new RangeError(`no service ${sort}; there are 0 to 14`);
  if (wish.timeZone !== undefined && wish.timeZone !== 'UTC') throw new RangeError('starts of a service are in UTC');
  const list = wish.list ?? locations[0] ?? '';
  return toPlan(wish, { id: sort, list, sort, skipsWhileRunning: true });
};

export const avepointPlans = ({ plans }: ScheduleOptions, locations: readonly string[]): readonly SimulatedPlan[] =>
  (plans?.avepoint ?? USUAL).map((wish, index) => toAvepointPlan(wish, index, locations));
