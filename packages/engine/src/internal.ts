export { expandSchedule } from './insight/expand-schedule.ts';
export { judgeOccurrences } from './insight/judge-occurrences.ts';
export { runInLoopTurn } from './loop-turns.ts';
export { deleteAgedRecords } from './sync/upkeep.ts';
