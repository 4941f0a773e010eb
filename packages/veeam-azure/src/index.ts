import { completeContext, type VendorDefinition } from '@crossvault/core';
import { type VeeamAzureConfig, veeamAzureSettings } from './config.ts';
import { createVeeamAzureConnector } from './connector/connector.ts';

export const veeamAzure: VendorDefinition<VeeamAzureConfig> = Object.freeze({
  ...veeamAzureSettings,
  connect: (config, context) => createVeeamAzureConnector(config, completeContext(config, context)),
} satisfies VendorDefinition<VeeamAzureConfig>);

export type { VeeamAzureConfig };
