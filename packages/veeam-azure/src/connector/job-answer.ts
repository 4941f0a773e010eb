import {
  isJsonObject,
  type JobRaw,
  type ParsedAnswers,
  readText,
  Unreadable,
  type WireValue,
} from '@crossvault/contract';
import { toJobKey } from './key.ts';
import { type SessionWire, sessionWire } from './wire.ts';

/** What the rules read: a session's answer, and its log where one was read. */
export interface JobAnswer {
  readonly id: string;
  readonly session: SessionWire;
  readonly log: unknown;
}

export function parseJobAnswer(raw: JobRaw): ParsedAnswers<JobAnswer> {
  const answer = raw.get ?? raw.list;
  if (!isJsonObject(answer)) return { kind: 'rejected', nativeId: null, reason: 'not-an-object' };
  const session = sessionWire.parse(answer);
  const id = readText(session.id).value;
  if (id === null || id.trim() === '') {
    return { kind: 'rejected', nativeId: hintOf(session.id), reason: 'no-readable-id' };
  }
  return { kind: 'input', input: { id, session, log: raw.log }, key: toJobKey(id) };
}

const hintOf = (id: WireValue<string>): string | null =>
  id instanceof Unreadable && typeof id.seen === 'number' ? String(id.seen) : null;
