import { Secret } from '@crossvault/core';
import { createEngine } from '@crossvault/engine';
import { veeamAzure } from '@crossvault/veeam-azure';
import { recordedVendors } from './recorded-vendors.ts';

const engine = createEngine({
  connections: Object.entries(recordedVendors).map(([name, fetch]) => {
    const credential = { type: 'token', token: new Secret('recorded') };
    const settings = { name, vendor: 'veeam-azure', baseUrl: `https://${name}.example.net`, credential };
    return { name, connector: veeamAzure.connect(veeamAzure.configSchema.parse(settings), { fetch }) };
  }),
});

const { records, sources, complete } = await engine.listJobs({ since: '24h' });
for (const { job } of records) console.log(job.startedAt, job.connection, job.status, job.plan?.name);
for (const { connection, problem } of sources) if (problem !== null) console.log(connection, problem.detail);
console.log(complete ? 'Every source answered.' : 'The list is not complete.');
await engine.close();
