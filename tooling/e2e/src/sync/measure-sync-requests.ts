import type { Connector, JobList } from '@crossvault/core';
import type { VendorId } from '@crossvault/simulators';
import { patientCall } from '@crossvault/testkit';
import { openSyncedSimulators } from './synced-simulators.ts';

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
const turnsADay = 288;

/** A page that the engine read of a list. */
interface ReadPage extends JobList {
  readonly isFirst: boolean;
}

/** What one list may cost in a turn: of a sorted one two pages, the newest and one of a pass; of any other one reading. */
const mostATurn: Readonly<Record<JobList['order'], number>> = { 'newest-first': 2, none: 1 };

/** A page of a sorted list answers by itself; any other list is read to its end. */
const countTurn = (pages: readonly ReadPage[]): number =>
  pages.filter(({ order, isFirst }) => isFirst || order === 'newest-first').length;

/** Counts the pages that the engine reads of a connector's lists, and the requests that the vendor gets meanwhile. */
function watchLists(requestCount: () => number) {
  let pages: ReadPage[] = [];
  let [requests, running, before] = [0, 0, 0];
  const watch = (connector: Connector): Connector => ({
    ...connector,
    async listJobs(list, query, page, call) {
      pages.push({ ...list, isFirst: page.token === null });
      if (running === 0) before = requestCount();
      running += 1;
      try {
        return await connector.listJobs(list, query, page, call);
      } finally {
        running -= 1;
        if (running === 0) requests += requestCount() - before;
      }
    },
  });
  return {
    watch,
    reset() {
      [pages, requests] = [[], 0];
    },
    seen: () => ({ pages, requests }),
  };
}

/** Syncs one vendor until everything is stored, and then as often as it is asked while nothing runs; jobs come meanwhile. */
export async function measureSyncRequests(
  vendorId: VendorId,
  { jobsPerDay, turns = 12 }: SyncCostOptions,
): Promise<SyncCost> {
  const open = await openSyncedSimulators([vendorId], { jobs: jobsPerDay, days: 1, seed: 5 });
  try {
    const vendor = open.simulators.vendor(vendorId);
    const { name } = vendor.connection;
    const watched = watchLists(() => vendor.requestCount);
    const engine = open.open({ isStarted: false, watch: watched.watch });
    const turn = async (): Promise<string> =>
      (await engine.synchronizer?.syncNow(name, patientCall))?.state ?? 'no store';
    while ((await turn()) === 'syncing');
    let [mostOfOneList, all, lists, mayBe] = [0, 0, 0, 0];
    for (let count = 0; count < turns; count += 1) {
      await open.world.clock.sleep(turnMs);
      watched.reset();
      await turn();
      const { pages, requests } = watched.seen();
      const byList = [...Map.groupBy(pages, ({ key }) => key).values()];
      lists = Math.max(lists, byList.length);
      mostOfOneList = Math.max(mostOfOneList, ...byList.map(countTurn));
      mayBe = Math.max(mayBe, ...pages.map(({ order }) => mostATurn[order]));
      all += requests;
    }
    const jobs = (await engine.connection(name, patientCall)).sync?.jobs ?? 0;
    await engine.close();
    return {
      vendor: vendorId,
      jobs,
      lists,
      turns,
      mostOfOneList,
      mayBe,
      listRequests: all,
      listRequestsADay: Math.round((all / turns) * turnsADay),
    };
  } finally {
    await open.close();
  }
}
