import type { Position } from './cursor.ts';
import type { Job } from './job.ts';
import type { JobSort } from './job-query.ts';

export const positionOf = (job: Pick<Job, 'startedAt' | 'id'>): Position => ({ startedAt: job.startedAt, id: job.id });

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Which of two places comes first in the answer: no start before any start, then by start, then by id. */
export function comparePositions(sort: JobSort, a: Position, b: Position): number {
  if (a.startedAt !== b.startedAt) {
    if (a.startedAt === null) return -1;
    if (b.startedAt === null) return 1;
    const byStart = compareText(a.startedAt, b.startedAt);
    return sort === 'startedAt' ? byStart : -byStart;
  }
  return compareText(a.id, b.id);
}

/** Whether a place lies behind a position; everything lies behind none. */
export function isAfter(sort: JobSort, place: Position, position: Position | null): boolean {
  return position === null || comparePositions(sort, place, position) > 0;
}

/** The later of two positions, where null is the very beginning. */
export function laterOf(sort: JobSort, a: Position | null, b: Position | null): Position | null {
  if (a === null) return b;
  return b !== null && comparePositions(sort, b, a) > 0 ? b : a;
}

/** The earlier of two positions, where null is the very beginning. */
export function earlierOf(sort: JobSort, a: Position | null, b: Position | null): Position | null {
  return laterOf(sort, a, b) === a ? b : a;
}
