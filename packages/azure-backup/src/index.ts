import { completeContext, type VendorDefinition } from '@crossvault/core';
import { type AzureBackupConfig, azureBackupSettings } from './config.ts';
import { createAzureBackupConnector } from './connector/connector.ts';

export const azureBackup: VendorDefinition<AzureBackupConfig> = Object.freeze({
  ...azureBackupSettings,
  connect: (config, context) => createAzureBackupConnector(config, completeContext(config, context)),
} satisfies VendorDefinition<AzureBackupConfig>);

export type { AzureBackupConfig };
