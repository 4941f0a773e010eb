import type { VendorDefinition } from '@crossvault/core';
import { type VeeamAzureConfig, veeamAzureConfigSchema } from './config.ts';
import { createVeeamAzureConnector } from './connector/connector.ts';

export const veeamAzure: VendorDefinition<VeeamAzureConfig> = Object.freeze({
  id: 'veeam-azure',
  title: 'Veeam Backup for Microsoft Azure',
  configSchema: veeamAzureConfigSchema,
  connect: createVeeamAzureConnector,
});

export type { VeeamAzureConfig };
