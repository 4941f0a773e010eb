import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { VENDOR_IDS } from '@crossvault/simulators';
import { measureSyncRequests, type SyncCost } from './measure-sync-requests.ts';

const { values } = parseArgs({ options: { json: { type: 'string' }, jobs: { type: 'string', default: '1000' } } });
const jobsPerDay = Number(values.jobs);
const file = values.json ?? fileURLToPath(new URL('../../../bench/results/sync-requests.json', import.meta.url));

const costs: SyncCost[] = [];
for (const id of VENDOR_IDS) costs.push(await measureSyncRequests(id, { jobsPerDay }));
await mkdir(dirname(file), { recursive: true });
await writeFile(file, `${JSON.stringify({ jobsPerDay, node: process.version, costs }, null, 2)}\n`);
console.table(
  costs.map(({ vendor, jobs, lists, mostOfOneList, mayBe, listRequests, turns, listRequestsADay }) => ({
    vendor,
    jobs,
    lists,
    'a list and turn': `${mostOfOneList} (at most ${mayBe})`,
    'a turn, all lists': Math.round((listRequests / turns) * 10) / 10,
    'a day': listRequestsADay,
  })),
);
process.exitCode = costs.every(({ mostOfOneList, mayBe }) => mostOfOneList <= mayBe) ? 0 : 1;
