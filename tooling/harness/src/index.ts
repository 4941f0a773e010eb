export { type FreezingProxy, startFreezingProxy } from './freezing-proxy.ts';
export {
  type AnswerValidator,
  type AnswerValidatorOptions,
  createAnswerValidator,
} from './openapi/answer-validator.ts';
export { documentedExamples } from './openapi/documented-examples.ts';
export {
  type ActingCase,
  type ActingConformanceOptions,
  type ConformanceOptions,
  describeActing,
  describeConformance,
} from './simulators/conformance.ts';
export { type ConnectOptions, connectSimulator } from './simulators/connect-simulator.ts';
export { type OpenOptions, type OpenSimulator, openSimulator } from './simulators/open-simulator.ts';
export { startPostgres, type TestPostgres } from './test-postgres.ts';
export { createPause, type Pause } from './time/pause.ts';
export { trackStore } from './time/track-store.ts';
export { createVirtualWorld, type VirtualWorld, worldOf } from './time/virtual-world.ts';
