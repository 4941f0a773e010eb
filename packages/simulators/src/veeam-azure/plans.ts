import { createRandom } from '../fleet/random.ts';
import { type PlanWish, type SimulatedPlan, toPlan } from '../schedule/plan.ts';
import type { ScheduleRule, Track } from '../schedule/rule.ts';
import type { ScheduleOptions } from '../schedule/schedule-options.ts';
import type { PolicySort } from './policy-sort.ts';
import { POLICIES } from './shapes.ts';

const LONDON = 'Europe/London';
const daily = (track: Track, ...times: readonly string[]): ScheduleRule => ({ kind: 'calendar', track, times });
const VNET_ANCHOR = '2020-01-01T00:00:00Z';

/** What the simulated appliance runs, by the clocks of its zone. */
const USUAL: readonly PlanWish[] = [
  {
    name: 'Prod VMs daily',
    rules: [
      daily('snapshot', '22:00'),
      daily('backup', '22:00'),
      { kind: 'calendar', track: 'snapshot', times: ['03:00'], on: { weekdays: ['Sunday'] } },
    ],
    items: ['vm-web-01', 'vm-web-02', 'vm-sql-01', 'vm-app-03'],
  },
  {
    name: 'Web tier',
    rules: [daily('snapshot', '21:00'), daily('backup', '21:00')],
    items: ['vm-jump', 'vm-build-7'],
  },
  { name: 'SQL gold', sort: 'sql', rules: [daily('backup', '23:00')], items: ['sales', 'ledger'] },
  {
    name: 'Shares every six hours',
    sort: 'fileShares',
    rules: [daily('snapshot', '00:00', '06:00', '12:00', '18:00')],
    items: ['profiles'],
    minutes: [1, 4],
  },
  { name: 'Cosmos accounts', sort: 'cosmosDb', rules: [daily('backup', '01:00')], items: ['orders'] },
  {
    name: 'Virtual network configuration',
    sort: 'vnet',
    rules: [{ kind: 'interval', track: 'backup', everyMinutes: 720, anchor: VNET_ANCHOR }],
    minutes: [1, 3],
  },
  { name: 'Backup retention', sort: 'system', rules: [daily('retention', '00:15')], minutes: [1, 9] },
];

const SORTS: readonly PolicySort[] = ['virtualMachines', 'sql', 'fileShares', 'cosmosDb', 'vnet'];
export const sortOf = (sort: string): PolicySort | undefined => SORTS.find((known) => known === sort);

/** The word of a session for the sort of its policy. */
export const TYPE_OF_SORT: Readonly<Partial<Record<PolicySort, string>>> = {
  virtualMachines: 'VirtualMachines',
  sql: 'AzureSql',
  fileShares: 'FileShares',
  cosmosDb: 'CosmosDb',
  vnet: 'Vnet',
};

/** How often the appliance tries failed machines again, and how long after a session. */
const RETRIES = { times: 2, afterSeconds: 600 };

/** The guide: sessions of an hour that clocks skip do not run, and those of an hour that comes twice run once. */
const toVeeamPlan = (wish: PlanWish): SimulatedPlan => {
  const sort = wish.sort ?? 'virtualMachines';
  if (sort !== 'system' && sortOf(sort) === undefined) {
    throw new RangeError(`no sort of policies ${sort}; there are ${SORTS.join(', ')}`);
  }
  const id = POLICIES.find(({ name }) => name === wish.name)?.id ?? createRandom(`policy ${wish.name}`).uuid();
  const retries = sort === 'virtualMachines' ? RETRIES : { times: 0, afterSeconds: 0 };
  return toPlan(wish, { id, list: '', sort, retries, skipped: 'none' });
};

/** All plans of an appliance are in its zone. */
export const veeamAzurePlans = ({ plans }: ScheduleOptions): readonly SimulatedPlan[] => {
  const made = (plans?.['veeam-azure'] ?? USUAL.map((wish) => ({ ...wish, timeZone: LONDON }))).map(toVeeamPlan);
  const zones = new Set(made.map(({ schedule }) => schedule.timeZone));
  if (zones.size > 1) throw new RangeError(`an appliance has one zone, not ${[...zones].join(' and ')}`);
  return made;
};
