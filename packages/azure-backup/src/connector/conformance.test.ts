import { describeConformance } from '@crossvault/testkit';
import { azureBackup } from '../index.ts';

describeConformance('azure-backup', {
  definition: azureBackup,
  unreadableDuration: { properties: { duration: 'soon' } },
  inventedStatus: { word: 'Hibernating', merge: { properties: { status: 'Hibernating' } } },
  recordWithoutId: { properties: { jobType: 'AzureIaaSVMJob', status: 'Completed', operation: 'Backup' } },
});
