import { completeContext, type VendorDefinition } from '@crossvault/core';
import { type VeeamAzureConfig, veeamAzureConfigSchema } from './config.ts';
import { createVeeamAzureConnector } from './connector/connector.ts';

export const veeamAzure: VendorDefinition<VeeamAzureConfig> = Object.freeze({
  id: 'veeam-azure',
  title: 'Veeam Backup for Microsoft Azure',
  configSchema: veeamAzureConfigSchema,
  connect: (config, context) => createVeeamAzureConnector(config, completeContext(config, context)),
} satisfies VendorDefinition<VeeamAzureConfig>);

export type { VeeamAzureConfig };
