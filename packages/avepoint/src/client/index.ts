export type { components, operations, paths } from '../generated/schema.ts';
export { type AvepointClient, type AvepointClientSettings, createAvepointClient } from './typed-client.ts';
