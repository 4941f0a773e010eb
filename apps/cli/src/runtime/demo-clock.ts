import { lstatSync, readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '@crossvault/core';

/** Beside a demo's configuration: the offset of its simulated clock to the machine's. It remains after the demo, like its history. */
const fileName = 'demo-clock.json';
/** The clock of a demo may be moved while a command waits. */
const readAgainMs = 1000;

/** Writes the time of the demo for commands that use the configuration of this folder. */
export async function writeDemoClock(folder: string, { now }: Pick<Clock, 'now'>): Promise<void> {
  const path = join(folder, fileName);
  const text = JSON.stringify({ aheadMs: now() - Date.now() });
  await writeFile(`${path}.new`, `${text}\n`, { mode: 0o600 });
  await rename(`${path}.new`, path);
}

/** The clock of the demo whose configuration lies in this folder; the machine's own in every other folder. */
export function followDemoClock(machine: Clock, folder: string): Clock {
  const path = join(folder, fileName);
  let aheadMs = readAheadMs(path);
  if (aheadMs === null) return machine;
  let readAtMs = machine.monotonicMs();
  return {
    ...machine,
    now() {
      if (machine.monotonicMs() - readAtMs >= readAgainMs) {
        aheadMs = readAheadMs(path) ?? aheadMs;
        readAtMs = machine.monotonicMs();
      }
      return machine.now() + (aheadMs ?? 0);
    },
  };
}

/** Null where there is no such file, or none that a demo wrote. */
function readAheadMs(path: string): number | null {
  try {
    if (!lstatSync(path).isFile()) return null;
    const read: unknown = JSON.parse(readFileSync(path, 'utf8'));
    const isReported = typeof read === 'object' && read !== null && 'aheadMs' in read;
    return isReported && typeof read.aheadMs === 'number' && Number.isSafeInteger(read.aheadMs) ? read.aheadMs : null;
  } catch {
    return null;
  }
}
