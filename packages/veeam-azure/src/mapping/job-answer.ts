import {
  isJsonObject,
  type JobContext,
  type JobRaw,
  type ParsedAnswers,
  parseWire,
  readText,
  Unreadable,
  type WireValue,
} from '@crossvault/core';
import { toJobKey } from './key.ts';
import { type SessionWire, sessionWire } from './wire.ts';

/** Input of the rules: a session's answer, and its log where one was read. */
export interface JobAnswer {
  readonly id: string;
  readonly session: SessionWire;
  readonly log: unknown;
  /** Rows on the session's resources; undefined where they were not read. */
  readonly objects: unknown;
  /** The account may not read logs. */
  readonly isLogDenied: boolean;
}

/** Marks the context of a job whose log was refused, so that mapping it again gives the same result. */
export const logDenied = { logAccess: 'denied' } as const;

export function parseJobAnswer(raw: JobRaw, context: JobContext): ParsedAnswers<JobAnswer> {
  const answer = raw.get ?? raw.list;
  if (!isJsonObject(answer)) return { kind: 'rejected', nativeId: null, reason: 'not-an-object' };
  const session = parseWire(sessionWire, answer);
  const id = readText(session.id).value;
  if (id === null || id.trim() === '') {
    return { kind: 'rejected', nativeId: hintOf(session.id), reason: 'no-readable-id' };
  }
  const isLogDenied = context['logAccess'] === logDenied.logAccess;
  return { kind: 'input', input: { id, session, log: raw.log, objects: raw.objects, isLogDenied }, key: toJobKey(id) };
}

const hintOf = (id: WireValue<string>): string | null =>
  id instanceof Unreadable && typeof id.seen === 'number' ? String(id.seen) : null;
