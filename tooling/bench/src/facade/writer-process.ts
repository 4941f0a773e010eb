import { setTimeout } from 'node:timers/promises';
import { makeBatch, newestMs } from '../store/make-jobs.ts';
import { openAddress } from '../store/open-address.ts';
import { facadeFleet } from './facade-fleet.ts';

/** A process that commits new jobs, newer than all others, while its parent wants it: its argument is the store. */
const jobsACommit = 5;
const everyMs = 50;

const store = await openAddress(process.argv[2] ?? '');
let isWriting = false;
let written = 0;

async function write(): Promise<void> {
  while (isWriting) {
    const from = -(written + jobsACommit);
    await store.putJobs(makeBatch(from, -written, new Date(newestMs).toISOString(), facadeFleet));
    written += jobsACommit;
    await setTimeout(everyMs);
  }
}

process.on('message', async (wish: 'begin' | 'end') => {
  isWriting = wish === 'begin';
  process.send?.('heard');
  if (isWriting) await write();
});
process.on('disconnect', async () => {
  isWriting = false;
  await store.close();
});
process.send?.('ready');
