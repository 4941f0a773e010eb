import { describeConformance, openSimulator, readLists, recordsOf } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { veeamAzure } from '../index.ts';

describeConformance('veeam-azure', {
  definition: veeamAzure,
  unreadableDuration: { executionDuration: 'about an hour' },
  inventedStatus: { word: 'Defrosting', merge: { status: 'Defrosting' } },
  recordWithoutId: { type: 'PolicyBackup', status: 'Success', executionStartTime: '2026-03-02T11:00:00Z' },
});

const call = { signal: new AbortController().signal };

test.each(['v1', 'v2', 'v8.1'])('%s tells the same sessions', async (apiVersion) => {
  const { connector, vendor, close } = await openSimulator('veeam-azure', veeamAzure, {
    jobs: 60,
    start: '2026-03-02T12:00:00.000Z',
    settings: { apiVersion },
  });
  try {
    const records = recordsOf(await readLists(connector, call, undefined, 7));
    const facts = ({ nativeId, status, kind }: { nativeId: string; status: string; kind: string }) =>
      `${nativeId} ${status} ${kind}`;
    expect(records.map(({ job }) => facts(job)).toSorted()).toEqual(vendor.truth().map(facts).toSorted());
  } finally {
    await close();
  }
});
