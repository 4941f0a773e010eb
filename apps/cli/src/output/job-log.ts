import type { JobLog } from '@crossvault/core';
import type { Palette } from './palette.ts';
import { toPlainLine } from './plain-text.ts';

/** The vendor's log: time, status, message. */
export function renderJobLog({ entries }: JobLog, palette: Palette): readonly string[] {
  return entries.map(({ at, status, message }) =>
    [
      at?.slice(0, 19).replace('T', ' ') ?? '-'.padEnd(19),
      palette.status(status)(status.padEnd(10)),
      toPlainLine(message),
    ].join('  '),
  );
}
