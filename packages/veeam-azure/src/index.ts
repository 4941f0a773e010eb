import type { VendorDefinition } from '@crossvault/contract';
import { type VeeamAzureConfig, veeamAzureConfigSchema } from './config.ts';
import { createVeeamAzureConnector } from './connector/connector.ts';

export type { VeeamAzureConfig };

/** Veeam Backup for Microsoft Azure, REST API v1 to v8.1. */
export const veeamAzure: VendorDefinition<VeeamAzureConfig> = Object.freeze({
  id: 'veeam-azure',
  title: 'Veeam Backup for Microsoft Azure',
  configSchema: veeamAzureConfigSchema,
  connect: createVeeamAzureConnector,
});
