import { avepoint } from '@crossvault/avepoint';
import { azureBackup } from '@crossvault/azure-backup';
import type { VendorDefinition } from '@crossvault/core';
import { veeamAzure } from '@crossvault/veeam-azure';
import { veeamSpc } from '@crossvault/veeam-spc';

/** Every vendor that a configuration may name. */
export const vendors: readonly VendorDefinition[] = [
  // A new vendor is an import above and a line here.
  avepoint,
  azureBackup,
  veeamAzure,
  veeamSpc,
];
