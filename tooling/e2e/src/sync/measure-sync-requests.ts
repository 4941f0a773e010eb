import type { VendorId } from '@crossvault/simulators';
import { patientCall } from '@crossvault/testkit';
import { openSyncedSimulators } from './synced-simulators.ts';

/** Which requests of a vendor read lists, and which of them begin to; `most`: what one list may cost in one turn. */
interface ListRequests {
  readonly of: RegExp;
  readonly first: RegExp;
  readonly counted: 'all' | 'first';
  readonly most: number;
  /** Whether the plans are read by the same requests, once an hour. @default false */
  readonly alsoPlans?: boolean;
}

const listRequests: Readonly<Record<VendorId, ListRequests>> = {
  'azure-backup': { of: /\/backupJobs\?/, first: /\/backupJobs\?/, counted: 'all', most: 2 },
  'veeam-azure': { of: /\/jobSessions\?/, first: /\/jobSessions\?/, counted: 'all', most: 2 },
  // One reading of the definitions, which is one request for each agent.
  'veeam-spc': {
    of: /\/backupAgents(\/[^/]+\/jobs)?\?/,
    first: /\/backupAgents\?.*skip=0/,
    counted: 'first',
    most: 1,
    alsoPlans: true,
  },
  // One reading of the last days: the list takes whole days, and a hundred rows a page.
  avepoint: { of: /\/cloudbackupjobs\?/, first: /jobType=0&pageIndex=0&/, counted: 'first', most: 1 },
};

/** What it costs to stay up to date with a vendor whose history is stored. */
export interface SyncCost {
  readonly vendor: VendorId;
  readonly jobs: number;
  readonly lists: number;
  readonly turns: number;
  /** What one list took in one turn, at the most: requests, or readings of several requests each. */
  readonly mostOfOneList: number;
  readonly mayBe: number;
  /** Requests for lists in all turns. */
  readonly listRequests: number;
  /** The same for a day of such turns. */
  readonly listRequestsADay: number;
}

export interface SyncCostOptions {
  readonly jobsPerDay: number;
  /** Turns that are counted; of an hour there are twelve, five minutes apart. @default 12 */
  readonly turns?: number;
}

const turnMs = 300_000;
const turnsAnHour = 12;
const turnsADay = 24 * turnsAnHour;

/** Syncs one vendor until everything is stored, and then as often as it is asked while nothing runs; jobs come meanwhile. */
export async function measureSyncRequests(
  vendorId: VendorId,
  { jobsPerDay, turns = 12 }: SyncCostOptions,
): Promise<SyncCost> {
  const open = await openSyncedSimulators([vendorId], { jobs: jobsPerDay, days: 1, seed: 5 });
  try {
    const vendor = open.simulators.vendor(vendorId);
    const { name } = vendor.connection;
    const engine = open.open({ isStarted: false });
    const turn = async (): Promise<string> =>
      (await engine.synchronizer?.syncNow(name, patientCall))?.state ?? 'no store';
    while ((await turn()) === 'syncing');
    const { of, first, counted, most, alsoPlans = false } = listRequests[vendorId];
    let [mostOfOneList, all, lists] = [0, 0, 0];
    for (let count = 0; count < turns; count += 1) {
      await open.world.clock.sleep(turnMs);
      const before = vendor.requestCount;
      await turn();
      const sent = vendor.requests.slice(before - vendor.requestCount || vendor.requests.length);
      const reading = sent.filter(({ path }) => of.test(path));
      const begun = counted === 'all' ? reading : reading.filter(({ path }) => first.test(path));
      const byList = Map.groupBy(begun, ({ path }) => path.split('?')[0]);
      lists = Math.max(lists, byList.size);
      const ofPlans = alsoPlans && (count + 1) % turnsAnHour === 0 ? 1 : 0;
      mostOfOneList = Math.max(mostOfOneList, ...[...byList.values()].map(({ length }) => length - ofPlans));
      all += reading.length;
    }
    const jobs = (await engine.connection(name, patientCall)).sync?.jobs ?? 0;
    await engine.close();
    return {
      vendor: vendorId,
      jobs,
      lists,
      turns,
      mostOfOneList,
      mayBe: most,
      listRequests: all,
      listRequestsADay: Math.round((all / turns) * turnsADay),
    };
  } finally {
    await open.close();
  }
}
