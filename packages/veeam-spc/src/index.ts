import { completeContext, type VendorDefinition } from '@crossvault/core';
import { type VeeamSpcConfig, veeamSpcSettings } from './config.ts';
import { createVeeamSpcConnector } from './connector/connector.ts';

export const veeamSpc: VendorDefinition<VeeamSpcConfig> = Object.freeze({
  ...veeamSpcSettings,
  connect: (config, context) => createVeeamSpcConnector(config, completeContext(config, context)),
} satisfies VendorDefinition<VeeamSpcConfig>);

export type { VeeamSpcConfig };
