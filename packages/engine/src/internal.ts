export { runInLoopTurn } from './loop-turns.ts';
export { deleteAgedRecords } from './sync/upkeep.ts';
