export {
  type Configuration,
  type ConfigurationOptions,
  findConfigurationPath,
  loadConfiguration,
} from './configuration.ts';
export type {
  ConfiguredConnection,
  ConnectionSettings,
  FaultyConnection,
  SecretReference,
  SoundConnection,
} from './configured-connection.ts';
export type { Environment } from './environment.ts';
export { isProcessRunning } from './lease-owner.ts';
export { createLogger, type LoggerOptions, type LogLevel, logLevels } from './logger.ts';
export { openRuntime, type Runtime, type RuntimeOptions } from './runtime.ts';
export { parseListen, type ServerSettings } from './server-settings.ts';
export { describeSetUp, type ProxyInForce, type SetUp } from './set-up.ts';
export type { StoreSettings } from './store-settings.ts';
export { createSystemClock } from './system-clock.ts';
export { vendors } from './vendors.ts';
