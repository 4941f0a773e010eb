import { startSimulators } from '@crossvault/simulators';
import { connectSimulator, describeConformance, readLists, recordsOf } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { veeamAzure } from '../index.ts';

describeConformance('veeam-azure', {
  definition: veeamAzure,
  unreadableDuration: { executionDuration: 'about an hour' },
  inventedStatus: { word: 'Defrosting', merge: { status: 'Defrosting' } },
  recordWithoutId: { type: 'PolicyBackup', status: 'Success', executionStartTime: '2026-03-02T11:00:00Z' },
});

test.each(['v1', 'v2', 'v8.1'])('%s tells the same sessions', async (apiVersion) => {
  const simulators = await startSimulators({ vendors: ['veeam-azure'], jobs: 60, start: '2026-03-02T12:00:00.000Z' });
  try {
    const vendor = simulators.vendor('veeam-azure');
    const connector = connectSimulator(veeamAzure, simulators, vendor, { settings: { apiVersion } });
    const call = { signal: new AbortController().signal };
    const records = recordsOf(await readLists(connector, call, undefined, 7));
    const facts = ({ nativeId, status, kind }: { nativeId: string; status: string; kind: string }) =>
      `${nativeId} ${status} ${kind}`;
    expect(records.map(({ job }) => facts(job)).toSorted()).toEqual(vendor.truth().map(facts).toSorted());
    await connector.close();
  } finally {
    await simulators.close();
  }
});
