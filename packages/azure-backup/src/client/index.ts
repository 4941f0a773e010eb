export type { components, operations, paths } from '../generated/schema.ts';
export { type AzureBackupClient, type AzureBackupClientSettings, createAzureBackupClient } from './typed-client.ts';
