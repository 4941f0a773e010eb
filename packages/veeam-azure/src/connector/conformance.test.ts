import { describeConformance } from '@crossvault/testkit';
import { veeamAzure } from '../index.ts';

const options = {
  definition: veeamAzure,
  unreadableDuration: { executionDuration: 'about an hour' },
  inventedStatus: { word: 'Defrosting', merge: { status: 'Defrosting' } },
  recordWithoutId: { type: 'PolicyBackup', status: 'Success', executionStartTime: '2026-03-02T11:00:00Z' },
};

describeConformance('veeam-azure', options);

for (const apiVersion of ['v1', 'v3']) {
  describeConformance('veeam-azure', { ...options, variant: { name: apiVersion, open: { settings: { apiVersion } } } });
}
