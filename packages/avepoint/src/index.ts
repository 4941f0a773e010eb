import { completeContext, type VendorDefinition } from '@crossvault/core';
import { type AvepointConfig, avepointSettings } from './config.ts';
import { createAvepointConnector } from './connector/connector.ts';

export const avepoint: VendorDefinition<AvepointConfig> = Object.freeze({
  ...avepointSettings,
  connect: (config, context) => createAvepointConnector(config, completeContext(config, context)),
} satisfies VendorDefinition<AvepointConfig>);

export type { AvepointConfig };
