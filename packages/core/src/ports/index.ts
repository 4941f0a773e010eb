export {
  baseUrl,
  certificateFile,
  connectionFields,
  plainText,
  Secret,
  secretReference,
  tokenCredential,
} from './connection-config.ts';
export {
  type Connector,
  type JobList,
  type ListPage,
  type ListQuery,
  nativeFilters,
  type ProbeReport,
  type ProbeStep,
  type RunTiming,
  type ServiceAddress,
  type SourceCondition,
} from './connector.ts';
export type { CallOptions, Clock, ConnectorContext, Logger } from './connector-context.ts';
export { type ContextSettings, completeContext, createContext, silentLogger } from './create-context.ts';
export { type Deadline, orAbort, startDeadline } from './deadline.ts';
export { type GivenCredential, parseSettings } from './parse-settings.ts';
export type { PlanCalls, PlanPage } from './plan-calls.ts';
export {
  type PlannedRequest,
  type PreparedWrite,
  type PrepareOptions,
  reportWrite,
  type WriteCalls,
  type WriteIntent,
  type WriteReport,
  type WriteTarget,
} from './prepared-write.ts';
export type { Container, ProtectedItemCalls, ProtectedItemPage, RestoreRequest } from './protected-item-calls.ts';
export { createSystemClock, type SystemClockOptions } from './system-clock.ts';
export type { VendorDefinition } from './vendor-definition.ts';
