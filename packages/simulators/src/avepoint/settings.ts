import type { Planner } from '../schedule/planner.ts';
import { minutesOf } from '../schedule/zone.ts';
import { toInstant } from '../truth.ts';
import { serviceTypeOf, timesOf } from './plans.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** The services that are backed up: number, and the hours at which that begins. */
const SERVICES: readonly (readonly [serviceType: number, hours: readonly number[]])[] = [
  [0, [2, 8, 14, 20]],
  [1, [1, 13]],
  [2, [3]],
  [6, [4, 16]],
  [8, [4, 16]],
  [10, [5]],
  [14, [23]],
];

type Service = { readonly serviceType: number; readonly minutes: readonly number[] };

const FIXED: readonly Service[] = SERVICES.map(([serviceType, hours]) => ({
  serviceType,
  minutes: hours.map((hour) => hour * 60),
}));

/** Services that are disabled or gone are not among the active ones. */
const plannedServices = (planner: Planner, nowMs: number): Service[] =>
  planner.plans
    .filter((course) => course.isEnabledAt(nowMs) && !course.isGoneAt(null, nowMs))
    .map(({ plan, scheduleAt }) => ({
      serviceType: serviceTypeOf(plan),
      minutes: timesOf(scheduleAt(nowMs).rules).map(minutesOf),
    }));

/** The starts of the current day, including past ones. */
export const renderFrequency = (nowMs: number, planner: Planner | null) => {
  const midnightMs = Math.floor(nowMs / DAY_MS) * DAY_MS;
  const services = planner === null ? FIXED : plannedServices(planner, nowMs);
  return services.map(({ serviceType, minutes }) => ({
    serviceType,
    frequency: minutes.length,
    backupStartTime: minutes.map((minute) => toInstant(midnightMs + minute * MINUTE_MS).replace('.000', '')),
  }));
};

export const renderRetention = () => ({
  enableDailyRetentionPolicy: false,
  enableCustomizedRetentionPolicy: true,
  retentionPeriod: '1 years',
  servicePolicies: [
    { serviceType: 0, containerPolicies: [], retentionPeriod: '2 years', unassignedObjectRetentionPeriod: '2 years' },
    {
      serviceType: 2,
      containerPolicies: [],
      retentionPeriod: 'Unlimited',
      unassignedObjectRetentionPeriod: 'Unlimited',
    },
  ],
});
