import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { plainList } from './list-cases.ts';
import { openAddress } from './open-address.ts';

/** A process of its own that writes the whole history out as lines, and tells its parent how large it grew. */
const [address = ''] = process.argv.slice(2);
const store = await openAddress(address);
const out = createWriteStream('/dev/null');
const heldBytes = process.memoryUsage.rss();
const start = performance.now();
let jobs = 0;
for await (const { document } of store.exportJobs(plainList.criteria, plainList.request)) {
  jobs += 1;
  if (!out.write(`${document}\n`)) await once(out, 'drain');
}
const seconds = (performance.now() - start) / 1000;
await store.close();
process.send?.({ jobs, seconds, heldBytes, peakBytes: process.resourceUsage().maxRSS * 1024 });
