import { Secret } from '@crossvault/core';
import { connectSimulator, describeConformance, openSimulator } from '@crossvault/harness';
import { readLists } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { azureBackup } from '../index.ts';

describeConformance('azure-backup', {
  definition: azureBackup,
  unreadableDuration: { properties: { duration: 'soon' } },
  inventedStatus: { word: 'Hibernating', merge: { properties: { status: 'Hibernating' } } },
  recordWithoutId: { properties: { jobType: 'AzureIaaSVMJob', status: 'Completed', operation: 'Backup' } },
  inventedKind: { word: 'Defrost', merge: { properties: { operation: 'Defrost' } } },
  absentStart: { properties: { startTime: null } },
});

const call = { signal: new AbortController().signal };

test('vaults that page by sevens list what is theirs, and every job is found in its vault alone', async () => {
  const { connector, vendor, close } = await openSimulator('azure-backup', azureBackup, {
    start: '2026-01-31T12:00:00Z',
    pageSize: 7,
    jobs: 120,
  });
  try {
    for (const { list, records, pages } of await readLists(connector, call)) {
      const truth = vendor.truth().filter((job) => job.list === list.key);
      expect(records.map(({ job }) => job.nativeId).toSorted()).toEqual(
        truth.map(({ nativeId }) => nativeId).toSorted(),
      );
      expect(pages).toHaveLength(Math.max(1, Math.ceil(truth.length / 7)));
      expect(pages.flatMap(({ warnings }) => warnings)).toEqual([]);
    }
    for (const { nativeId, list, kind, nativeKind, nativeStatus, fullStatus, startedAt, endedAt } of vendor.truth()) {
      const keys = await connector.findJobs(nativeId, call);
      expect(keys).toEqual([[list, nativeId.toLowerCase()]]);
      const { job } = await connector.getJob(keys[0] ?? [], call);
      expect(job).toMatchObject({ nativeId, kind, nativeKind, status: fullStatus, nativeStatus, startedAt, endedAt });
    }
  } finally {
    await close();
  }
});

test('a token that is no longer taken, and cannot be renewed, shows with the list, and not before', async () => {
  const { simulators, vendor, close } = await openSimulator('azure-backup', azureBackup, { jobs: 1 });
  try {
    const credential = { type: 'token', token: new Secret(vendor.tokens.expired) };
    const connector = connectSimulator(azureBackup, simulators, vendor, { settings: { credential } });
    expect(await connector.probe(call)).toMatchObject({
      ok: false,
      steps: [
        { name: 'token', ok: true },
        { name: 'list', ok: false, code: 'authentication-failed' },
      ],
    });
  } finally {
    await close();
  }
});
