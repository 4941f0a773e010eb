export { createFakeConnector, createFakeVendor, type FakeVendor, makeJob, newestFirst } from './fake-connector.ts';
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
export { createManualClock, type ManualClock, silentLogger } from './manual-clock.ts';
