import { type Course, phaseOf } from '../fleet/course.ts';
import { type TruthJob, toInstant } from '../truth.ts';
import type { SessionPage } from './documented.ts';
import type { Machine, Policy, Repository, Shape } from './shapes.ts';
import { kindOfType, statusOfWord, typeIn } from './words.ts';

export type VeeamSession = {
  readonly id: string;
  /** Its id at an appliance of product 1.0, which counts its sessions; the documented ones have no other. */
  readonly number: number;
  /** The vendor's counter of changes, which v1 to v3 show. */
  readonly usn: number;
  readonly shape: Shape;
  readonly course: Course;
  /** Microseconds beyond the milliseconds of start and duration. */
  readonly startMicros: number;
  readonly durationMicros: number;
  readonly policy: Policy | null;
  readonly repository: Repository;
  /** What a restore or a snapshot without a policy works on. */
  readonly machine: Machine;
  /** How many protected instances it covers. */
  readonly instances: number;
  /** The payload of the reference page, until the session is changed. */
  readonly page: SessionPage | null;
  readonly documented: boolean;
};

/** Where a session stands; times in microseconds since 1970, null as long as there are none. */
type Moment = {
  readonly word: string;
  readonly startMicros: number | null;
  readonly endMicros: number | null;
};

/** What stands on the reference page is over, however the clock is set. */
export const existsAt = ({ page, course }: VeeamSession, nowMs: number): boolean =>
  page !== null || phaseOf(course, nowMs) !== 'future';

const wordAt = ({ page, shape, course }: VeeamSession, nowMs: number): string => {
  const phase = page === null ? phaseOf(course, nowMs) : 'ended';
  if (phase === 'ended') return shape.outcome;
  if (phase === 'queued') return 'Pending';
  return phase === 'closing' ? 'Canceling' : shape.openWord;
};

export const momentOf = (session: VeeamSession, nowMs: number): Moment => {
  const { course, shape, page } = session;
  const phase = page === null ? phaseOf(course, nowMs) : 'ended';
  const waitedMs = Math.min(course.queuedForMs, course.durationMs);
  const hasStart = phase !== 'queued' && shape.start === 'plain';
  const end = (course.startMs + course.durationMs) * 1000 + session.startMicros + session.durationMicros;
  return {
    word: wordAt(session, nowMs),
    startMicros: hasStart ? (course.startMs + waitedMs) * 1000 + session.startMicros : null,
    endMicros: phase === 'ended' ? end : null,
  };
};

const toTruthInstant = (micros: number | null): string | null =>
  micros === null ? null : toInstant(Math.floor(micros / 1000));

/** A list row has all fields of the single session: `status` and `fullStatus` are one here. */
export const describeSession = (
  session: VeeamSession,
  nowMs: number,
  { nativeId = session.id, isFirst = false }: { readonly nativeId?: string; readonly isFirst?: boolean } = {},
): TruthJob | null => {
  if (!existsAt(session, nowMs)) return null;
  const { word, startMicros, endMicros } = momentOf(session, nowMs);
  const status = statusOfWord(word);
  return {
    vendor: 'veeam-azure',
    list: '',
    nativeId,
    scope: null,
    kind: kindOfType(session.shape.type),
    nativeKind: typeIn(session.shape.type, { isFirst }),
    status,
    fullStatus: status,
    nativeStatus: word,
    startedAt: toTruthInstant(startMicros),
    endedAt: session.shape.stop === 'plain' ? toTruthInstant(endMicros) : null,
    documented: session.documented,
  };
};
