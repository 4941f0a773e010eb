import { toInstant } from '../truth.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

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

/** The starts of the current day, including past ones. */
export const renderFrequency = (nowMs: number) => {
  const midnightMs = Math.floor(nowMs / DAY_MS) * DAY_MS;
  return SERVICES.map(([serviceType, hours]) => ({
    serviceType,
    frequency: hours.length,
    backupStartTime: hours.map((hour) => toInstant(midnightMs + hour * HOUR_MS).replace('.000', '')),
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
