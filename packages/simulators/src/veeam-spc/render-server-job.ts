import type { DefinitionState, LastRunMoves } from './definition.ts';
import { renderSchedule } from './render-schedule.ts';
import { renderTime } from './render-v3.ts';
import { hasFailedObjects, type SessionObject, type SpcServerJob, serverStateAt } from './server-job.ts';
import { BOTTLENECKS, showsObjects } from './server-shapes.ts';
import { NEVER } from './time-text.ts';
import { inCasing, statusOfWord } from './words.ts';

const FAILED_OBJECT = 'Processing failed.\r\nError: The snapshot could not be made.';

/** What the session says of one object: pending and running while it is open, else how it ended. */
const renderObject = (job: SpcServerJob, state: DefinitionState, object: SessionObject, position: number) => {
  const fails = object.fails && hasFailedObjects(job, state);
  const openWord = position === 0 ? 'Running' : 'Pending';
  const word = state.isOpen ? openWord : fails ? 'Failed' : 'Success';
  const hasStarted = word !== 'Pending';
  return {
    instanceUid: object.id,
    objectUid: object.id,
    objectName: object.name,
    totalObjects: 1,
    processedObjects: state.isOpen ? 0 : 1,
    readDataSize: job.transferredBytes,
    transferredDataSize: job.transferredBytes,
    startTime: hasStarted ? renderTime(state.lastRunMs, job.ticks) : null,
    endTime: state.isOpen ? null : renderTime(state.lastEndMs, job.ticks),
    duration: state.isOpen ? null : state.lastSeconds,
    failureMessages: fails ? [FAILED_OBJECT] : [],
    status: inCasing(word, job.casing),
  };
};

/** Only a session can have left something to read. */
const renderSession = (job: SpcServerJob, state: DefinitionState) => {
  const { lastRunMs, lastEndMs, lastSeconds } = state;
  const hasRun = lastRunMs !== null;
  const never = job.shape.never === 'year-one' ? NEVER : null;
  const end = renderTime(lastEndMs, job.ticks);
  const seconds = lastEndMs === null ? null : lastSeconds;
  const status = statusOfWord(state.word);
  const isReported = !state.isOpen && (status === 'failed' || status === 'warning');
  return {
    lastRun: hasRun ? renderTime(lastRunMs, job.ticks) : never,
    ...(job.shape.spelling === 'example'
      ? { endTime: end, duration: seconds }
      : { lastEndTime: end, lastDuration: seconds }),
    avgDuration: seconds,
    processingRate: hasRun ? (job.ticks % 300) / 10 : null,
    transferredData: hasRun ? job.transferredBytes : null,
    backupChainSize: hasRun && job.shape.backupChainSize === 'plain' ? job.chainBytes : null,
    bottleneck: inCasing(hasRun ? (BOTTLENECKS[job.ticks % BOTTLENECKS.length] ?? 'None') : 'None', job.casing),
    failureMessage: isReported ? job.message : null,
    ...(showsObjects(job.type) && hasRun
      ? { lastSessionTasks: job.objects.map((object, position) => renderObject(job, state, object, position)) }
      : {}),
  };
};

/** A job of a backup server, with its last session. */
export const renderServerJob = (job: SpcServerJob, nowMs: number, moves: LastRunMoves): unknown => {
  const state = serverStateAt(job, nowMs, moves);
  const schedule = inCasing(job.scheduleType, job.casing);
  return {
    instanceUid: job.id,
    uniqueUid: job.uniqueId,
    backupServerUid: job.server.id,
    locationUid: job.server.locationUid,
    siteUid: null,
    organizationUid: job.server.organizationUid,
    mappedOrganizationUid: null,
    name: job.name,
    description: 'Created by a backup administrator.',
    createdBy: 'backup\\administrator',
    creationTime: renderTime(nowMs - (nowMs % 86_400_000) - 400 * 86_400_000, 0),
    type: inCasing(job.type, job.casing),
    status: state.word,
    isEnabled: !job.disabled,
    ...renderSession(job, state),
    schedule: renderSchedule(job, nowMs),
    ...(job.shape.spelling === 'example' ? { schedulingType: schedule } : { scheduleType: schedule }),
    destination: 'Backup Repository 1',
    targetType: inCasing('Local', job.casing),
    retentionLimit: 14,
    retentionLimitType: inCasing('RestorePoints', job.casing),
    isGfsOptionEnabled: false,
  };
};
