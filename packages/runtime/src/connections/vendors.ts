import type { KnownVendor } from './load-vendor.ts';

/** Every vendor that a configuration may name by its id. */
export const vendors: readonly KnownVendor[] = [
  // A new vendor is an entry here.
  {
    id: 'avepoint',
    settings: async () => (await import('@crossvault/avepoint/config')).avepointSettings,
    definition: async () => (await import('@crossvault/avepoint')).avepoint,
  },
  {
    id: 'azure-backup',
    settings: async () => (await import('@crossvault/azure-backup/config')).azureBackupSettings,
    definition: async () => (await import('@crossvault/azure-backup')).azureBackup,
  },
  {
    id: 'veeam-azure',
    settings: async () => (await import('@crossvault/veeam-azure/config')).veeamAzureSettings,
    definition: async () => (await import('@crossvault/veeam-azure')).veeamAzure,
  },
  {
    id: 'veeam-spc',
    settings: async () => (await import('@crossvault/veeam-spc/config')).veeamSpcSettings,
    definition: async () => (await import('@crossvault/veeam-spc')).veeamSpc,
  },
];

/** The definitions of all of them, with the code that calls the vendors. */
export const loadVendorDefinitions = () => Promise.all(vendors.map(({ definition }) => definition()));
