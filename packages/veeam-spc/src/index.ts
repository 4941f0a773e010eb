import { completeContext, type VendorDefinition } from '@crossvault/core';
import { type VeeamSpcConfig, veeamSpcConfigSchema } from './config.ts';
import { createVeeamSpcConnector } from './connector/connector.ts';

export const veeamSpc: VendorDefinition<VeeamSpcConfig> = Object.freeze({
  id: 'veeam-spc',
  title: 'Veeam Service Provider Console',
  configSchema: veeamSpcConfigSchema,
  connect: (config, context) => createVeeamSpcConnector(config, completeContext(config, context)),
} satisfies VendorDefinition<VeeamSpcConfig>);

export type { VeeamSpcConfig };
