export { silentLogger } from '@crossvault/core';
export { type Abandon, createAbandon } from './abandon.ts';
export {
  type ActingCase,
  type ActingSuite,
  describeActing,
  type OfferedActions,
} from './conformance/acting.ts';
export { carryOut, followToEnd, type MovedClock, prepareOptions, toIntent } from './conformance/carry-out.ts';
export { type ConnectorSuite, describeConnector } from './conformance/connector.ts';
export type { FaultCase, FaultOutcome, FaultPlace } from './conformance/fault-cases.ts';
export { describeFaults, type FaultSuite } from './conformance/faults.ts';
export { describeHiddenFields } from './conformance/hidden-fields.ts';
export { describeMappingRules, type MappedAnswers } from './conformance/mapping-rules.ts';
export type { AbsentKeys } from './conformance/offered-actions.ts';
export type { OptionalPayloads } from './conformance/payload-checks.ts';
export { describeReading, type ReadingSuite } from './conformance/reading.ts';
export { describeSingleJobs, type SingleJobsSuite } from './conformance/single-jobs.ts';
export { describeTrouble, type SpoiledPayloads, type TroubleSuite } from './conformance/trouble.ts';
export { failureOf } from './failure-of.ts';
export {
  type ActingVendor,
  createActingConnector,
  createActingVendor,
  finishWork,
  type TakenWrite,
  type WriteFault,
} from './fakes/acting-vendor.ts';
export {
  createFakeActing,
  createFakeLedger,
  type FakeActOptions,
  type FakeActor,
  type FakeKey,
  type FakeLedger,
  makeOperation,
} from './fakes/fake-acting.ts';
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
export type { Fault, FaultKind, FaultRule, FaultTarget, PlainKind, Wait } from './faults/fault.ts';
export type { VendorUnderTest } from './faults/faulty-vendor.ts';
export { hostileLinks } from './faults/hostile-links.ts';
export { createMemoryStore, type MemoryStore } from './memory-store/memory-store.ts';
export type { MemoryTexts } from './memory-store/memory-texts.ts';
export {
  createPlainSynchronizer,
  type PlainSynchronizer,
  type PlainSyncStatus,
} from './memory-store/plain-synchronizer.ts';
export { everything, type ReadList, readLists, recordsOf } from './read-lists.ts';
export { describeStore, type StoreSuite } from './store/describe-store.ts';
export type { OpenStore } from './store/open-store.ts';
export { describeQueue, type QueueSuite } from './store/queue.ts';
export { createTestContext } from './test-context.ts';
export {
  createIdleClock,
  createTestClock,
  type IdleClock,
  type TestClock,
  type TestClockOptions,
} from './time/idle-clock.ts';
export { createManualClock, type ManualClock } from './time/manual-clock.ts';
export type { StandingClock } from './time/standing-clock.ts';
export type {
  ConnectChange,
  ConnectorWorld,
  ExpectedError,
  ExpectedJob,
  Fetch,
  OpenWorld,
  WorldFaults,
  WorldRequest,
} from './world/connector-world.ts';
export type { OwnWorld, OwnWorldOptions, Settings } from './world/own-world.ts';
