export { describeStore, type StoreSuite } from './describe-store.ts';
export { makeOperation } from './ledger.ts';
export type { OpenStore } from './open-store.ts';
export { describeQueue, type QueueSuite } from './queue.ts';
export {
  absentAt,
  allChanges,
  asking,
  at,
  everything,
  firstRows,
  idOf,
  numberAt,
  readCounts,
  reading,
  readStatuses,
  replay,
} from './readings.ts';
