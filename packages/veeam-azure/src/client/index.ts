export type { components, operations, paths } from '../generated/schema.ts';
export { createVeeamAzureClient, type VeeamAzureClient, type VeeamAzureClientSettings } from './typed-client.ts';
