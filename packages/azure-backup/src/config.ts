import { baseUrl, connectionFields, plainText, tokenCredential } from '@crossvault/contract';
import { z } from 'zod';
import { toVaultKey } from './connector/key.ts';

const noDiscovery = 'vaults are not discovered: name each one as { subscriptionId, resourceGroup, name }';

const pathSegment = plainText.refine((text) => !/[/?#\s]/.test(text), 'must be a bare name without slashes or spaces');

const vaultSchema = z.strictObject({
  subscriptionId: pathSegment,
  resourceGroup: pathSegment,
  name: pathSegment,
  type: z
    .literal('recovery-services', {
      error: 'must be recovery-services: vaults of type backup cannot be read by this version',
    })
    .default('recovery-services'),
});

/** Azure compares the three names of a vault without case. */
const haveNoTwins = (vaults: readonly z.infer<typeof vaultSchema>[]): boolean =>
  new Set(vaults.map(toVaultKey)).size === vaults.length;

export const azureBackupConfigSchema = z.strictObject(
  {
    ...connectionFields,
    vaults: z
      .array(vaultSchema, { error: noDiscovery })
      .min(1, 'must name at least one vault')
      .refine(haveNoTwins, 'must not name a vault twice'),
    /** Decides the resource manager where `baseUrl` does not. @default 'public' */
    cloud: z.enum(['public', 'us-government', 'china']).default('public'),
    /** The resource manager, where it is not the one of the cloud. */
    baseUrl: baseUrl.optional(),
    /** Version of the Recovery Services interface. @default '2025-02-01' */
    apiVersion: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}(-preview)?$/, 'must be a date such as "2025-02-01"')
      .default('2025-02-01'),
    credential: z.discriminatedUnion('type', [tokenCredential], {
      error: 'must be { type: token, token: … }; this version can use no other credential',
    }),
  },
  {
    error: (issue) => (issue.code === 'unrecognized_keys' && issue.keys.includes('discover') ? noDiscovery : undefined),
  },
);

export type AzureBackupConfig = z.infer<typeof azureBackupConfigSchema>;
export type Vault = AzureBackupConfig['vaults'][number];
