import type { Job } from '@crossvault/contract';
import type { TruthJob } from '@crossvault/simulators';
import { describeConformance, openSimulator, readLists } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { azureBackup } from '../index.ts';

describeConformance('azure-backup', {
  definition: azureBackup,
  unreadableDuration: { properties: { duration: 'soon' } },
  inventedStatus: { word: 'Hibernating', merge: { properties: { status: 'Hibernating' } } },
  recordWithoutId: { properties: { jobType: 'AzureIaaSVMJob', status: 'Completed', operation: 'Backup' } },
});

const call = { signal: new AbortController().signal };
const open = () =>
  openSimulator('azure-backup', azureBackup, { start: '2026-01-31T12:00:00Z', pageSize: 7, jobs: 120 });
const claimsOf = ({ nativeId, kind, nativeKind, status, nativeStatus, startedAt, endedAt }: Job) => ({
  ...{ nativeId, kind, nativeKind, status, nativeStatus, startedAt, endedAt },
});

test('vaults that page by sevens list what is theirs, and nothing else', async () => {
  const { connector, vendor, close } = await open();
  try {
    for (const { list, records, pages } of await readLists(connector, call)) {
      const truth = vendor.truth().filter((job) => job.list === list.key);
      expect(pages).toHaveLength(Math.max(1, Math.ceil(truth.length / 7)));
      expect(pages.flatMap(({ warnings }) => warnings)).toEqual([]);
      expect(records.map(({ job }) => job.nativeId).toSorted()).toEqual(truth.map(({ nativeId }) => nativeId).toSorted());
    }
  } finally {
    await close();
  }
});
