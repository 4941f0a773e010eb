import { join } from 'node:path';
import { openRuntime } from '@crossvault/runtime';
import { createFakeColdstore } from './fake-coldstore.ts';

// Stands in for Coldstore. Leave `fetch` out to send real requests.
const vendor = createFakeColdstore();

const runtime = await openRuntime({
  configPath: join(import.meta.dirname, 'crossvault.yaml'),
  environment: { COLDSTORE_KEY: 'right' },
  fetch: async (request) => vendor.answer(request),
});
const page = await runtime.engine.listJobs({ status: ['failed'] }, { limit: 5 });
for (const { job } of page.records)
  console.log(job.startedAt, job.vendor, job.kind, job.status, job.errors[0]?.message);
await runtime.close();
