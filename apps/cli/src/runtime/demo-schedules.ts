import type { PlantedEvent, ScheduleOptions } from '@crossvault/simulators';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** Jobs that the plans of the simulated vendors make a day, a few of which run more often. */
const jobsPerDay = 51;

const before = (nowMs: number, ms: number): string => new Date(nowMs - ms).toISOString();

/**
 * What is wrong in the demo's world when its night is over: one machine failed three nights in a row, the runs of another were cancelled
 * for five, so that it has no new recovery point, and one run did not start. Two runs ended with warnings; all others are good.
 */
const eventsBefore = (nowMs: number): readonly PlantedEvent[] => {
  const machine = { vendor: 'azure-backup', plan: 'nightly-vm' } as const;
  return [
    { ...machine, kind: 'fail', item: 'vm-sql-01', at: before(nowMs, 3 * dayMs), times: 3 },
    { ...machine, kind: 'cancel', item: 'vm-jump', at: before(nowMs, 5 * dayMs), times: 5 },
    { vendor: 'veeam-azure', kind: 'miss', plan: 'Web tier', at: before(nowMs, dayMs) },
    { vendor: 'azure-backup', kind: 'warn', plan: 'daily-files', item: 'scans', at: before(nowMs, 4 * dayMs) },
    { vendor: 'avepoint', kind: 'warn', plan: 'OneDrive', at: before(nowMs, 2 * dayMs) },
  ];
};

/** The schedules of the demo's vendors, which are healthy but for these events. More machines make more jobs. */
export function demoSchedules(fleet: { readonly jobs: number; readonly days: number }, nowMs: number): ScheduleOptions {
  const missing = fleet.jobs - jobsPerDay * fleet.days;
  return { events: eventsBefore(nowMs), furtherMachines: Math.max(0, Math.ceil(missing / fleet.days)) };
}
