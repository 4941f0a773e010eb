import { setTimeout } from 'node:timers/promises';
import type { Clock } from '@crossvault/contract';
import { openPostgresStore } from '@crossvault/store';
import { createMovingConnector, createMovingVendor, silentLogger } from '@crossvault/testkit';
import PQueue from 'p-queue';
import { createSource } from '../../source.ts';
import { createSynchronizer } from '../synchronizer.ts';
import { connectionNames, jobsEach, jobsOf } from './shared-vendors.ts';

/** A worker of its own: tells its parent which connection it asks, and never hears back from the one that hangs. */
const [url = '', hangs = ''] = process.argv.slice(2);
const clock: Clock = { now: Date.now, sleep: (ms, options) => setTimeout(ms, undefined, options) };
const store = await openPostgresStore({ url });
const everybody = new PQueue({ concurrency: 8 });

const sources = connectionNames.map((name) => {
  const vendor = createMovingVendor();
  for (const job of jobsOf(name, jobsEach)) vendor.jobs.set(job.id, job);
  const connector = createMovingConnector(name, vendor, clock);
  const told = {
    ...connector,
    async listJobs(...[list, query, page, call]: Parameters<typeof connector.listJobs>) {
      process.send?.({ asked: name });
      if (name === hangs) await new Promise(() => undefined);
      const answer = await connector.listJobs(list, query, page, call);
      process.send?.({ answered: name });
      return answer;
    },
  };
  const settings = { title: 'Moving', tags: [], deadlineMs: 30_000, concurrency: 1, reach: null, fault: null };
  return createSource({ name, vendor: 'moving', ...settings, connector: told }, clock, everybody);
});

const synchronizer = createSynchronizer({ sources, store, clock, logger: silentLogger, random: Math.random });
await synchronizer.share(await store.openQueue(), 1);
process.once('message', async () => {
  await synchronizer.stop();
  await store.close();
  process.disconnect();
});
