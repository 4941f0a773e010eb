export { createSystemClock } from '@crossvault/core';
export {
  type Configuration,
  type ConfigurationOptions,
  findConfigurationPath,
  loadConfiguration,
} from './configuration/configuration.ts';
export type {
  ConfiguredConnection,
  ConnectionSettings,
  FaultyConnection,
  SecretReference,
  SoundConnection,
} from './configuration/configured-connection.ts';
export { parseListen, type ServerSettings } from './configuration/server-settings.ts';
export type { StoreSettings } from './configuration/store-settings.ts';
export { describeSetUp, type ProxyInForce, type SetUp } from './connections/set-up.ts';
export { loadVendorDefinitions } from './connections/vendors.ts';
export type { Environment } from './process/environment.ts';
export { isProcessRunning } from './process/lease-owner.ts';
export { createLogger, type LoggerOptions, type LogLevel, logLevels } from './process/logger.ts';
export { openRuntime, type Runtime, type RuntimeOptions } from './runtime.ts';
