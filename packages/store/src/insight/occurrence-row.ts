import type { StoredOccurrence } from '@crossvault/core/store';
import type { InsightTables } from '../schema/insight-rows.ts';

export type OccurrenceRow = InsightTables['occurrences'];

/** What the marks of an occurrence add up from. */
export const occurrenceMarks = { provisional: 1, overrunning: 2, recovered: 4, frozen: 8 } as const;

export function toOccurrenceRow(occurrence: StoredOccurrence, subjectNo: number): OccurrenceRow {
  const { connection, dueMs, track, version, offsetMs, startByMs, endByMs, state, reason, attempts } = occurrence;
  return {
    subject_no: subjectNo,
    connection,
    due_ms: dueMs,
    track,
    version,
    offset_ms: offsetMs,
    start_by_ms: startByMs,
    end_by_ms: endByMs,
    state,
    reason,
    marks:
      (occurrence.isProvisional ? occurrenceMarks.provisional : 0) +
      (occurrence.isOverrunning ? occurrenceMarks.overrunning : 0) +
      (occurrence.isRecovered ? occurrenceMarks.recovered : 0) +
      (occurrence.isFrozen ? occurrenceMarks.frozen : 0),
    attempts: attempts.length === 0 ? '' : JSON.stringify(attempts),
  };
}

export function toStoredOccurrence(row: OccurrenceRow, subject: string): StoredOccurrence {
  const isMarked = (mark: keyof typeof occurrenceMarks): boolean =>
    Math.floor(row.marks / occurrenceMarks[mark]) % 2 === 1;
  return {
    subject,
    connection: row.connection,
    dueMs: row.due_ms,
    track: row.track,
    version: row.version,
    offsetMs: row.offset_ms,
    startByMs: row.start_by_ms,
    endByMs: row.end_by_ms,
    state: row.state,
    reason: row.reason,
    attempts: row.attempts === '' ? [] : JSON.parse(row.attempts),
    isProvisional: isMarked('provisional'),
    isOverrunning: isMarked('overrunning'),
    isRecovered: isMarked('recovered'),
    isFrozen: isMarked('frozen'),
  };
}
