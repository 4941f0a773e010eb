import { connectionFields, plainText, type VendorDefinition } from '@crossvault/core/ports';
import { z } from 'zod';
import { azureCredential, pathSegment } from './credential.ts';
import { endpointFields } from './endpoint-config.ts';
import { toBackupVaultKey, toVaultKey } from './mapping/vault-key.ts';

const vaultSchema = z.strictObject({
  subscriptionId: pathSegment,
  resourceGroup: pathSegment,
  name: pathSegment,
  /** Vaults of virtual machines, file shares and databases, or those of disks, blobs and clusters. @default 'recovery-services' */
  type: z
    .enum(['recovery-services', 'backup'], { error: 'must be recovery-services or backup' })
    .default('recovery-services'),
});

/** A vault that is named in the settings. */
export type Vault = z.infer<typeof vaultSchema>;

/** Azure compares the three names of a vault without case. */
const haveNoTwins = (vaults: readonly Vault[]): boolean =>
  new Set(vaults.map((vault) => (vault.type === 'backup' ? toBackupVaultKey(vault) : toVaultKey(vault)))).size ===
  vaults.length;

const haveNoDoubles = (texts: readonly string[]): boolean =>
  new Set(texts.map((text) => text.toLowerCase())).size === texts.length;

const discoverSchema = z.strictObject({
  subscriptionIds: z
    .array(pathSegment, { error: 'must be a list of subscriptions' })
    .min(1, 'must name at least one subscription')
    .refine(haveNoDoubles, 'must not name a subscription twice'),
  /** The kinds of vaults that are looked for. @default both */
  types: z
    .array(z.enum(['recovery-services', 'backup']))
    .min(1, 'must name at least one type')
    .default(['recovery-services', 'backup']),
});

const resourceGuardSchema = z.strictObject({
  /** Paths of the guard's requests that allow what is done, as the portal shows them. */
  operationRequests: z
    .array(
      plainText.refine((text) => /^\/subscriptions\/.+\/resourceGuards\/.+/i.test(text), 'must be a path of a guard'),
      { error: 'must be a list of paths' },
    )
    .min(1, 'must name at least one request'),
  /** Who may use the guard. @default the connection's own credential */
  credential: azureCredential.optional(),
});

const apiVersion = (usual: string) =>
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}(-preview)?$/, `must be a date such as "${usual}"`)
    .default(usual);

const region = plainText.refine((text) => /^[a-z0-9]+$/i.test(text), 'must be a region such as northeurope');

export const azureBackupConfigSchema = z
  .strictObject({
    ...connectionFields,
    vaults: z
      .array(vaultSchema, { error: 'must be a list of { subscriptionId, resourceGroup, name, type }' })
      .min(1, 'must name at least one vault')
      .refine(haveNoTwins, 'must not name a vault twice')
      .optional(),
    /** Subscriptions whose vaults are looked up, instead of naming them. */
    discover: discoverSchema.optional(),
    /** Regions that the Recovery Services vaults are replicated to, each asked for its own jobs. @default none */
    secondaryRegions: z.array(region).refine(haveNoDoubles, 'must not name a region twice').default([]),
    ...endpointFields,
    /** Version of the Recovery Services interface. @default '2025-02-01' */
    apiVersion: apiVersion('2025-02-01'),
    /** Version of the Data Protection interface, which has the Backup vaults. @default '2025-07-01' */
    backupVaultApiVersion: apiVersion('2025-07-01'),
    /** Version of the lists of secondary regions. @default '2021-11-15' */
    crossRegionApiVersion: apiVersion('2021-11-15'),
    /** Version of the list of Recovery Services vaults. @default '2022-10-01' */
    discoveryApiVersion: apiVersion('2022-10-01'),
    /** The Resource Guard that protects the vaults; absent: none does. */
    resourceGuard: resourceGuardSchema.optional(),
  })
  .refine(({ vaults, discover }) => (vaults === undefined) !== (discover === undefined), {
    path: ['vaults'],
    error:
      'must name each vault as { subscriptionId, resourceGroup, name, type }, or be left out for discover: { subscriptionIds: […] }',
  });

export type AzureBackupConfig = z.infer<typeof azureBackupConfigSchema>;

/** The vendor as a configuration knows it: a connection is validated without the code that calls the vendor. */
export const azureBackupSettings = Object.freeze({
  id: 'azure-backup',
  title: 'Azure Backup',
  configSchema: azureBackupConfigSchema,
} satisfies Omit<VendorDefinition<AzureBackupConfig>, 'connect'>);
