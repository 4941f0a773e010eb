import { createRandom } from '../fleet/random.ts';
import { type PlanWish, type SimulatedPlan, toPlan } from '../schedule/plan.ts';
import type { ScheduleRule } from '../schedule/rule.ts';
import type { ScheduleOptions } from '../schedule/schedule-options.ts';
import { SERVER_JOB_TYPES, type ServerJobType } from './server-shapes.ts';
import type { OperationMode } from './shapes.ts';

/** The zone of the documented console, three hours ahead of UTC all year. */
const CONSOLE_ZONE = 'Europe/Istanbul';

const daily = (time: string): readonly ScheduleRule[] => [{ kind: 'calendar', track: 'backup', times: [time] }];
const ofServer = (computer: string, time: string): PlanWish => ({
  name: `${computer} nightly`,
  sort: 'Server',
  rules: daily(time),
  items: [computer],
});
const ofWorkstation = (computer: string, time: string): PlanWish => ({
  ...ofServer(computer, time),
  name: `${computer} daily`,
  sort: 'Workstation',
  minutes: [3, 15],
});

/** Computers and, in v3, jobs of a backup server. */
const USUAL: readonly PlanWish[] = [
  ofServer('srv-file-01', '22:00'),
  ofServer('srv-sql-02', '23:30'),
  ofServer('srv-erp-03', '01:00'),
  ofServer('srv-mail-04', '02:00'),
  ofServer('srv-dc-05', '22:30'),
  {
    name: 'srv-web-06 every four hours',
    sort: 'Server',
    rules: [{ kind: 'interval', track: 'backup', everyMinutes: 240, anchor: '2020-01-01T00:30:00Z' }],
    items: ['srv-web-06'],
    minutes: [2, 8],
  },
  ofWorkstation('ws-anna', '21:30'),
  ofWorkstation('ws-ben', '21:45'),
  ofWorkstation('ws-clara', '22:15'),
  { name: 'Production machines', sort: 'BackupVm', rules: daily('23:00'), items: ['vm-app-11', 'vm-app-12'] },
  {
    name: 'Offsite copy of production',
    sort: 'BackupCopy',
    rules: [{ kind: 'after', track: 'copy', plan: 'Production machines' }],
  },
  { name: 'File shares', sort: 'BackupFile', rules: daily('00:30') },
];

const MODES: readonly OperationMode[] = ['Server', 'Workstation', 'UnLicensed'];
export const modeOf = (sort: string): OperationMode | undefined => MODES.find((known) => known === sort);
export const serverTypeOf = (sort: string): ServerJobType | undefined =>
  SERVER_JOB_TYPES.find((known) => known === sort);

/** The id of the definition that a plan is. */
export const idOfPlan = (name: string): string => createRandom(`definition ${name}`).uuid();

/** What happens at a time of day that is skipped is not documented. */
const toSpcPlan = (wish: PlanWish): SimulatedPlan => {
  const sort = wish.sort ?? 'Server';
  if (modeOf(sort) === undefined && serverTypeOf(sort) === undefined) {
    throw new RangeError(
      `no mode of agents and no type of jobs ${sort}; there are ${[...MODES, ...SERVER_JOB_TYPES].join(', ')}`,
    );
  }
  const zoned = { timeZone: CONSOLE_ZONE, ...wish };
  return toPlan(zoned, { id: idOfPlan(wish.name), list: '', sort, skipped: 'later' });
};

export const veeamSpcPlans = ({ plans }: ScheduleOptions): readonly SimulatedPlan[] =>
  (plans?.['veeam-spc'] ?? USUAL).map(toSpcPlan);
