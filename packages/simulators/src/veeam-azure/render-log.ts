import type { TruthKind } from '../truth.ts';
import { momentOf, type VeeamSession } from './session.ts';
import { renderInstant, renderTimeSpan } from './time-text.ts';
import type { VersionManner } from './versions.ts';
import { kindOfType, localizeType } from './words.ts';

type Line = {
  readonly atMicros: number;
  readonly micros: number | null;
  readonly status: string;
  readonly message: string;
};

const STEPS: Readonly<Record<TruthKind, readonly string[]>> = {
  backup: ['Checking the worker configuration', 'Deploying the worker instance', 'Transferring data to the repository'],
  snapshot: ['Collecting the resources to protect', 'Creating snapshots'],
  archive: ['Deploying the worker instance', 'Transferring restore points to the archive repository'],
  copy: ['Saving the virtual network configuration to the repository'],
  restore: ['Preparing the restore point', 'Restoring to the chosen location'],
  export: [],
  configure: ['Validating settings', 'Applying the configuration'],
  delete: ['Collecting restore points', 'Removing restore points'],
  retention: ['Collecting restore points that are out of retention', 'Removing restore points'],
  maintenance: ['Scanning repositories', 'Updating the configuration database'],
  other: ['Processing'],
};

const FAILURES: Partial<Readonly<Record<TruthKind, string>>> = {
  backup: 'the worker instance could not be deployed in this region (SkuNotAvailable)',
  snapshot: 'the snapshot could not be created: the operation was refused by a resource lock (ScopeLocked)',
  archive: 'the archive repository is not accessible: AuthorizationFailure (403)',
  restore: 'the quota of the target region is exceeded: Operation could not be completed (QuotaExceeded)',
  configure: 'the service account has no permission to list keys of the storage account',
};
const OTHER_FAILURE = 'the request to Azure timed out after 100 seconds';

const WARNINGS: Partial<Readonly<Record<TruthKind, string>>> = {
  backup: 'application-aware processing was skipped: the guest agent does not respond',
  snapshot: 'one disk of an unsupported type was left out',
};
const OTHER_WARNING = 'some of the restore points are locked by another session and were left as they are';

const isTroubled = (word: string): boolean => word.endsWith('Error') || word.endsWith('Warning');

const troubleLine = ({ shape, machine }: VeeamSession, word: string): Pick<Line, 'status' | 'message'> => {
  const kind = kindOfType(shape.type);
  return word.endsWith('Error')
    ? { status: 'Error', message: `Failed to process ${machine.name}: ${FAILURES[kind] ?? OTHER_FAILURE}.` }
    : { status: 'Warning', message: `Processed ${machine.name} with a warning: ${WARNINGS[kind] ?? OTHER_WARNING}.` };
};

const LAST_WORDS: Readonly<Record<string, string>> = {
  Success: 'has finished',
  Warning: 'has finished with warnings',
  Error: 'has finished with errors',
  Canceled: 'was canceled by the user',
};

const stepLines = (session: VeeamSession, fromMicros: number, untilMicros: number): Line[] => {
  const { course, shape, instances, policy } = session;
  const steps = STEPS[kindOfType(shape.type)];
  const first = `${localizeType(shape.type)} session has started`;
  const texts = policy !== null && instances === 0 ? [first, 'There are no resources to process'] : [first, ...steps];
  const spanMicros = Number.isFinite(course.durationMs) ? course.durationMs * 1000 : 3_600_000_000;
  const micros = Math.floor(spanMicros / (texts.length + 1));
  return texts
    .map((message, index) => ({ atMicros: fromMicros + index * micros, micros, status: 'Success', message }))
    .filter(({ atMicros }) => atMicros <= untilMicros);
};

/** The step that is still in progress. */
const markLast = (lines: readonly Line[]): Line[] =>
  lines.map((line, index) => (index === lines.length - 1 ? { ...line, micros: null, status: 'Running' } : line));

const TROUBLE_AFTER_MICROS = 30_000_000;

const sessionLines = (session: VeeamSession, nowMs: number): Line[] => {
  const { word, startMicros, endMicros } = momentOf(session, nowMs);
  if (startMicros === null) return [];
  const untilMicros = endMicros ?? Math.max(startMicros, nowMs * 1000);
  const atMicros = Math.min(startMicros + TROUBLE_AFTER_MICROS, untilMicros);
  const trouble = isTroubled(word) ? [{ atMicros, micros: 0, ...troubleLine(session, word) }] : [];
  const last = `${localizeType(session.shape.type)} session ${LAST_WORDS[word] ?? `is in the state ${word}`}`;
  const end = endMicros === null ? [] : [{ atMicros: endMicros, micros: 0, status: word, message: last }];
  const steps = stepLines(session, startMicros, untilMicros);
  const shown = endMicros === null ? markLast(steps) : steps;
  return [...shown, ...trouble, ...end].sort((left, right) => left.atMicros - right.atMicros);
};

/** Whether a line is about the machine, and not about the session as a whole. */
const isOfMachine = ({ status, message }: Line, { machine }: VeeamSession): boolean =>
  isTroubled(status) && message.includes(machine.name);

type LogManner = Pick<VersionManner, 'infos'> & {
  readonly nativeId: string;
  /** Only the lines about this resource; undefined: all of them. */
  readonly instanceId: string | undefined;
};

/** Oldest first; a session without a start has done nothing yet. The versions with all infos add the resource's id. */
export const renderLog = (session: VeeamSession, nowMs: number, manner: LogManner): unknown => {
  const { machine } = session;
  const isAsked = (line: Line): boolean =>
    manner.instanceId === undefined || (manner.instanceId === machine.id && isOfMachine(line, session));
  const resource = (line: Line) => ({ resourceHashId: isOfMachine(line, session) ? machine.id : null });
  return {
    jobSessionId: manner.nativeId,
    log: sessionLines(session, nowMs)
      .filter(isAsked)
      .map((line) => ({
        logTime: renderInstant(line.atMicros),
        status: line.status,
        message: line.message,
        executionStartTime: renderInstant(line.atMicros),
        executionDuration: line.micros === null ? null : renderTimeSpan(line.micros),
        ...(manner.infos === 'all' ? resource(line) : {}),
      })),
  };
};
