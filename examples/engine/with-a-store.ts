import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Secret } from '@crossvault/core';
import { createEngine } from '@crossvault/engine';
import { openSqliteStore } from '@crossvault/store';
import { veeamAzure } from '@crossvault/veeam-azure';
import { recordedVendors } from './recorded-vendors.ts';

const folder = await mkdtemp(join(tmpdir(), 'crossvault-example-'));
const store = await openSqliteStore({ path: join(folder, 'history.db') });
const credential = { type: 'token', token: new Secret('recorded') };
const settings = { name: 'ukwest', vendor: 'veeam-azure', baseUrl: 'https://ukwest.example.net', credential };
const connector = veeamAzure.connect(veeamAzure.configSchema.parse(settings), { fetch: recordedVendors.ukwest });
const engine = createEngine({ connections: [{ name: 'ukwest', connector }], store });

const { sync } = await engine.sync('ukwest');
console.log(`Synchronized: ${sync?.state}, ${sync?.jobs} job stored.`);
const { records, sources } = await engine.listJobs({ problem: true });
for (const { job } of records) console.log(job.connection, job.status, `as of ${sources[0]?.asOf}`);

await engine.close();
await store.close();
await rm(folder, { recursive: true });
