import { completeContext, type VendorDefinition } from '@crossvault/core';
import { type AvepointConfig, avepointConfigSchema } from './config.ts';
import { createAvepointConnector } from './connector/connector.ts';

export const avepoint: VendorDefinition<AvepointConfig> = Object.freeze({
  id: 'avepoint',
  title: 'AvePoint Cloud Backup for Microsoft 365',
  configSchema: avepointConfigSchema,
  connect: (config, context) => createAvepointConnector(config, completeContext(config, context)),
} satisfies VendorDefinition<AvepointConfig>);

export type { AvepointConfig };
