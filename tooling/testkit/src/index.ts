export { type Abandon, createAbandon } from './abandon.ts';
export {
  type ActingVendor,
  createActingConnector,
  createActingVendor,
  finishWork,
  type TakenWrite,
  type WriteFault,
} from './acting-vendor.ts';
export { type AnswerValidator, type AnswerValidatorOptions, createAnswerValidator } from './answer-validator.ts';
export { carryOut, followToEnd, prepareOptions, toIntent } from './carry-out.ts';
export { type ConformanceOptions, describeConformance } from './conformance.ts';
export { type ActingCase, type ActingConformanceOptions, describeActing } from './conformance-acting.ts';
export { type ConnectOptions, connectSimulator } from './connect-simulator.ts';
export { documentedExamples } from './documented-examples.ts';
export { failureOf } from './failure-of.ts';
export { createFakeActing, createFakeLedger, type FakeLedger, makeOperation } from './fake-acting.ts';
export {
  createFakeConnector,
  createFakeVendor,
  type FakeVendor,
  goodCondition,
  makeJob,
  newestFirst,
} from './fake-connector.ts';
export { makeItem, makePlan } from './fake-inventory.ts';
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
} from './fake-reading.ts';
export { type FreezingProxy, startFreezingProxy } from './freezing-proxy.ts';
export { hostileLinks } from './hostile-links.ts';
export { createTestClock, type IdleClock, type TestClock, type TestClockOptions } from './idle-clock.ts';
export { createManualClock, type ManualClock, silentLogger } from './manual-clock.ts';
export { describeMappingRules } from './mapping-rules.ts';
export { createMemoryStore, type MemoryStore } from './memory-store.ts';
export { createMovingConnector, createMovingVendor, type MovingJob, type MovingVendor } from './moving-vendor.ts';
export { type OpenOptions, type OpenSimulator, openSimulator } from './open-simulator.ts';
export { createPause, type Pause } from './pause.ts';
export { createPlainSynchronizer, type PlainSynchronizer, type PlainSyncStatus } from './plain-synchronizer.ts';
export { everything, type ReadList, readLists, recordsOf } from './read-lists.ts';
export { createTestContext } from './test-context.ts';
export { startPostgres, type TestPostgres } from './test-postgres.ts';
export { createVirtualWorld, type VirtualWorld, worldOf } from './virtual-world.ts';
