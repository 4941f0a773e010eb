export { silentLogger } from '@crossvault/core';
export { type Abandon, createAbandon } from './abandon.ts';
export { carryOut, followToEnd, prepareOptions, toIntent } from './conformance/carry-out.ts';
export { type ActingCase, type ActingConformanceOptions, describeActing } from './conformance/conformance-acting.ts';
export { hostileLinks } from './conformance/hostile-links.ts';
export { describeMappingRules } from './conformance/mapping-rules.ts';
export { type ConformanceOptions, describeConformance } from './conformance.ts';
export { failureOf } from './failure-of.ts';
export {
  type ActingVendor,
  createActingConnector,
  createActingVendor,
  finishWork,
  type TakenWrite,
  type WriteFault,
} from './fakes/acting-vendor.ts';
export { createFakeActing, createFakeLedger, type FakeLedger, makeOperation } from './fakes/fake-acting.ts';
export {
  createFakeConnector,
  createFakeVendor,
  type FakeVendor,
  goodCondition,
  makeJob,
  newestFirst,
} from './fakes/fake-connector.ts';
export { makeItem, makePlan } from './fakes/fake-inventory.ts';
export {
  type FakeConnection,
  fakeConnections,
  firstPage,
  inAnswerOrder,
  jobsAt,
  minuteAt,
  nativeIdsOf,
  patientCall,
  type ReadPage,
  readAllPages,
} from './fakes/fake-reading.ts';
export { createMovingConnector, createMovingVendor, type MovingJob, type MovingVendor } from './fakes/moving-vendor.ts';
export { type FreezingProxy, startFreezingProxy } from './freezing-proxy.ts';
export { createMemoryStore, type MemoryStore } from './memory-store/memory-store.ts';
export {
  createPlainSynchronizer,
  type PlainSynchronizer,
  type PlainSyncStatus,
} from './memory-store/plain-synchronizer.ts';
export {
  type AnswerValidator,
  type AnswerValidatorOptions,
  createAnswerValidator,
} from './openapi/answer-validator.ts';
export { documentedExamples } from './openapi/documented-examples.ts';
export { everything, type ReadList, readLists, recordsOf } from './read-lists.ts';
export { type ConnectOptions, connectSimulator } from './simulators/connect-simulator.ts';
export { type OpenOptions, type OpenSimulator, openSimulator } from './simulators/open-simulator.ts';
export { createTestContext } from './test-context.ts';
export { startPostgres, type TestPostgres } from './test-postgres.ts';
export { createTestClock, type IdleClock, type TestClock, type TestClockOptions } from './time/idle-clock.ts';
export { createManualClock, type ManualClock } from './time/manual-clock.ts';
export { createPause, type Pause } from './time/pause.ts';
export { createVirtualWorld, type VirtualWorld, worldOf } from './time/virtual-world.ts';
