import { describeConformance } from '@crossvault/harness';
import { veeamAzure } from '../index.ts';

const options = {
  definition: veeamAzure,
  unreadableDuration: { executionDuration: 'about an hour' },
  inventedStatus: { word: 'Defrosting', merge: { status: 'Defrosting' } },
  recordWithoutId: { type: 'PolicyBackup', status: 'Success', executionStartTime: '2026-03-02T11:00:00Z' },
  inventedKind: { word: 'Defrosting', merge: { type: 'Defrosting' } },
  absentStart: { executionStartTime: null },
};

describeConformance('veeam-azure', options);

describeConformance('veeam-azure', {
  ...options,
  // The oldest version filters sessions by nothing that we ask for.
  strangeFaults: ['ignored-filter'],
  variant: { name: 'v1', open: { settings: { apiVersion: 'v1' }, veeamAzure: { apiVersion: 'v1' } } },
});

describeConformance('veeam-azure', { ...options, variant: { name: 'v3', open: { settings: { apiVersion: 'v3' } } } });
