import { silentLogger } from '@crossvault/core';
import { createEngine } from '@crossvault/engine';
import { openPostgresStore } from '@crossvault/store';
import { createMovingConnector, createMovingVendor } from '@crossvault/testkit';

/** What a worker has done since it began. */
export interface WorkDone {
  readonly turns: number;
  readonly cpuMicroseconds: number;
}

/** A worker over vendors that answer at once and always have a running job. Its parent asks what it has done, and ends it. */
const [url = '', connections = '', concurrency = ''] = process.argv.slice(2);
const store = await openPostgresStore({ url });
let turns = 0;

function connect(index: number) {
  const vendor = createMovingVendor();
  const startedAt = new Date().toISOString();
  vendor.jobs.set('job', { id: 'job', startedAt, endedAt: null, status: 'running' });
  const name = `connection-${index}`;
  const plain = createMovingConnector(name, vendor, { now: () => Date.now() });
  const listJobs: typeof plain.listJobs = (...request) => {
    vendor.requests.length = 0;
    return plain.listJobs(...request);
  };
  return { name, connector: { ...plain, listJobs } };
}

const engine = createEngine({
  connections: Array.from({ length: Number(connections) }, (_, index) => connect(index)),
  logger: silentLogger,
  store: {
    ...store,
    async putSyncStates(states, lease) {
      await store.putSyncStates(states, lease);
      turns += states.filter(({ state }) => typeof state === 'object' && state !== null && 'nextAt' in state).length;
    },
  },
});
const queue = await store.openQueue();
await engine.synchronizer?.share(queue, Number(concurrency));

process.on('message', () => {
  const { user, system } = process.cpuUsage();
  const done: WorkDone = { turns, cpuMicroseconds: user + system };
  process.send?.(done);
});
process.once('disconnect', () => process.exit());
process.send?.({ turns: 0, cpuMicroseconds: 0 } satisfies WorkDone);
