export type { components, operations, paths } from '../generated/schema.ts';
export { createVeeamSpcClient, type VeeamSpcClient, type VeeamSpcClientSettings } from './typed-client.ts';
