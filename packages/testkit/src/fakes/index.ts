export { silentLogger } from '@crossvault/core';
export { failureOf } from '../failure-of.ts';
export { createMemoryStore, type MemoryStore } from '../memory-store/memory-store.ts';
export { everything, type ReadList, readLists, recordsOf } from '../read-lists.ts';
export { createTestContext } from '../test-context.ts';
export { createTestClock, type TestClock, type TestClockOptions } from '../time/idle-clock.ts';
export { createManualClock, type ManualClock } from '../time/manual-clock.ts';
export {
  createFakeActing,
  createFakeLedger,
  type FakeActOptions,
  type FakeActor,
  type FakeKey,
  type FakeLedger,
  makeOperation,
} from './fake-acting.ts';
export {
  createFakeConnector,
  createFakeVendor,
  type FakeVendor,
  goodCondition,
  makeJob,
  newestFirst,
} from './fake-connector.ts';
export { createFakeInsight, createFakeJudgement, type FakeJudgement } from './fake-insight.ts';
export { makeItem, makePlan } from './fake-inventory.ts';
export { type FakeConnection, fakeConnections, minuteAt, patientCall } from './fake-reading.ts';
export { countOccurrences, makeFinding, makeOccurrence, makeSource, makeSubject } from './made-insight.ts';
