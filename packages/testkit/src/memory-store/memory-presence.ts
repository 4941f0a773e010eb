import type { Absence, KnownJob, Missed, MissedResult } from '@crossvault/core/store';

/** Whether a job is there, was missed by a pass, or is gone. */
export interface Presence {
  readonly goneAt: string | null;
  readonly goneNumber: number;
  readonly missedNumber: number | null;
}

export interface MemoryRow extends Presence {
  readonly known: KnownJob;
}

export const isThere: Presence = { goneAt: null, goneNumber: 0, missedNumber: null };

/** The presence of a job that is read with this number; the same one where the reading says nothing new of it. */
export function presenceOnceRead(before: Presence, number: number): Presence {
  const isBack = before.goneAt !== null && before.goneNumber < number;
  const isFound = before.missedNumber !== null && before.missedNumber < number;
  return isBack || isFound ? isThere : before;
}

type Rows = Map<string, MemoryRow>;

/** What of these jobs is there, as far as no reading since the number says otherwise. */
const unseenSince = (rows: Rows, ids: readonly string[], number: number): readonly (readonly [string, MemoryRow])[] =>
  ids.flatMap((id) => {
    const row = rows.get(id);
    if (row === undefined || row.goneAt !== null) return [];
    const { list, full } = row.known;
    return Math.max(list?.number ?? 0, full?.number ?? 0) <= number ? [[id, row] as const] : [];
  });

export function markGone(rows: Rows, ids: readonly string[], { at, number }: Absence): number {
  const unseen = unseenSince(rows, ids, number);
  for (const [id, { known }] of unseen) {
    rows.set(id, { known, goneAt: at, goneNumber: number, missedNumber: null });
  }
  return unseen.length;
}

export function markMissed(rows: Rows, ids: readonly string[], { at, number, pass }: Missed): MissedResult {
  let [missed, gone] = [0, 0];
  for (const [id, { known, missedNumber }] of unseenSince(rows, ids, number)) {
    const isGone = missedNumber !== null && missedNumber < pass;
    if (isGone) rows.set(id, { known, goneAt: at, goneNumber: number, missedNumber: null });
    else rows.set(id, { ...isThere, known, missedNumber: missedNumber ?? number });
    gone += isGone ? 1 : 0;
    missed += isGone ? 0 : 1;
  }
  return { missed, gone };
}
