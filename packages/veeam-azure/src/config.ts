import {
  baseUrl,
  connectionFields,
  plainText,
  secretReference,
  tokenCredential,
  type VendorDefinition,
} from '@crossvault/core/ports';
import { z } from 'zod';
import { apiVersions } from './versions.ts';

const passwordCredential = z.strictObject({
  type: z.literal('password'),
  username: plainText,
  password: secretReference,
});

/** One appliance of Veeam Backup for Microsoft Azure. */
export const veeamAzureConfigSchema = z.strictObject({
  ...connectionFields,
  /** Address of the appliance, without `/api`. */
  baseUrl,
  /** Version of the interface. An appliance serves the one of its own product and a few before it. @default v8.1 */
  apiVersion: z.enum(apiVersions, { error: `must be one of ${apiVersions.join(', ')}` }).default('v8.1'),
  /** A user of the appliance without multi-factor authentication, or a token for short use. */
  credential: z.discriminatedUnion('type', [passwordCredential, tokenCredential], {
    error: 'must have the type password or token',
  }),
});

export type VeeamAzureConfig = z.infer<typeof veeamAzureConfigSchema>;

/** The vendor as a configuration knows it: a connection is validated without the code that calls the vendor. */
export const veeamAzureSettings = Object.freeze({
  id: 'veeam-azure',
  title: 'Veeam Backup for Microsoft Azure',
  configSchema: veeamAzureConfigSchema,
} satisfies Omit<VendorDefinition<VeeamAzureConfig>, 'connect'>);
