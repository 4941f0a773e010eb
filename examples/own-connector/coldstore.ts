import {
  baseUrl,
  type Connector,
  type ConnectorContext,
  completeContext,
  connectionFields,
  secretReference,
  type VendorDefinition,
} from '@crossvault/core';
import { z } from 'zod';
import { createColdstoreClient } from './client.ts';
import { createColdstoreConnector } from './connector.ts';

const configSchema = z.strictObject({ ...connectionFields, baseUrl, apiKey: secretReference });

type Config = z.infer<typeof configSchema>;

function connect(config: Config, given?: Partial<ConnectorContext>): Connector {
  const context = completeContext(config, given);
  return createColdstoreConnector(createColdstoreClient(config, context), context, config.baseUrl);
}

/** Coldstore, an invented service that keeps backups and lists its runs. */
const coldstore: VendorDefinition<Config> = { id: 'coldstore', title: 'Coldstore', configSchema, connect };

export default coldstore;
