import { completeContext, type VendorDefinition } from '@crossvault/core';
import { type AzureBackupConfig, azureBackupConfigSchema } from './config.ts';
import { createAzureBackupConnector } from './connector/connector.ts';

export const azureBackup: VendorDefinition<AzureBackupConfig> = Object.freeze({
  id: 'azure-backup',
  title: 'Azure Backup',
  configSchema: azureBackupConfigSchema,
  connect: (config, context) => createAzureBackupConnector(config, completeContext(config, context)),
} satisfies VendorDefinition<AzureBackupConfig>);

export type { AzureBackupConfig };
