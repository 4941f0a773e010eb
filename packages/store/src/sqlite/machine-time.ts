import { readFileSync } from 'node:fs';
import type { LeaseTime } from '../database.ts';

/** What the processes that have one file open know of time. */
export interface MachineTime {
  /** The wall clock. */
  nowMs(): number;
  leaseTime(): LeaseTime;
}

const bootIdFile = '/proc/sys/kernel/random/boot_id';
const nanosecondsInOne = 1_000_000n;

/**
 * Leases go by the time since the machine was started, which no person or time server can set and which is the same for
 * all of its processes. The id of the start marks what was written before a restart. Where a machine has no such id
 * they go by the wall clock.
 */
export function readMachineTime(readBootId = () => readFileSync(bootIdFile, 'utf8')): MachineTime {
  const boot = bootIdOf(readBootId);
  return {
    nowMs: Date.now,
    leaseTime: () =>
      boot === '' ? { boot, ms: Date.now() } : { boot, ms: Number(process.hrtime.bigint() / nanosecondsInOne) },
  };
}

function bootIdOf(read: () => string): string {
  try {
    return read().trim();
  } catch {
    return '';
  }
}
