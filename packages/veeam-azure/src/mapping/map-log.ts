import { type JobLog, readDuration, readInstant, readText, safeParseWire, Unreadable } from '@crossvault/core';
import { readStatus } from './map-status.ts';
import { type SessionLogEntryWire, sessionLogEntryWire, sessionLogWire } from './wire.ts';

type Entries = readonly SessionLogEntryWire[] | 'absent' | 'unreadable';

/** The entries of a log's answer as they can be read. */
export function readEntries(log: unknown): Entries {
  if (log === undefined || log === null) return 'absent';
  const answer = safeParseWire(sessionLogWire, log);
  if (answer === undefined || answer.log instanceof Unreadable) return 'unreadable';
  return answer.log?.map((entry) => safeParseWire(sessionLogEntryWire, entry) ?? unreadableEntry(entry)) ?? 'absent';
}

const unreadableEntry = (entry: unknown): SessionLogEntryWire => ({ status: new Unreadable(entry) });

/** The log, oldest entry first: the vendor's order is not documented. Null when the answer is no log. */
export function toJobLog(jobId: string, log: unknown): JobLog | null {
  const entries = readEntries(log);
  if (entries === 'unreadable') return null;
  const readings = entries === 'absent' ? [] : entries.map(readEntry);
  let last = '';
  const timed = readings.map((reading) => {
    last = reading.at.value ?? last;
    return { reading, sortKey: last };
  });
  timed.sort((left, right) => Number(left.sortKey > right.sortKey) - Number(left.sortKey < right.sortKey));
  return {
    jobId,
    entries: timed.map(({ reading }) => ({
      at: reading.at.value,
      status: reading.status.value,
      nativeStatus: reading.word.value,
      message: reading.message.value ?? '',
      durationSeconds: reading.duration.value,
    })),
  };
}

export const readEntry = (entry: SessionLogEntryWire) => ({
  at: readInstant(entry.logTime),
  status: readStatus(entry.status),
  word: readText(entry.status),
  message: readText(entry.message),
  duration: readDuration(entry.executionDuration, 'timespan-or-milliseconds'),
});
