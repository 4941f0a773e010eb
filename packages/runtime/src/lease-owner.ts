import { randomUUID } from 'node:crypto';
import { readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import type { LeaseOwner } from '@crossvault/engine';

/** Two containers of one host name count their processes apart. Systems without such a thing count them together. */
function readProcessSpace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}

/** Whether a process of this machine has that number, whoever owns it. */
export function isProcessRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process is a process too.
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}

/**
 * Names this start of this process so that another one on the same machine can see that it is dead, and need not wait until
 * its lease has lapsed.
 */
export function createLeaseOwner(): LeaseOwner {
  const place = `${hostname()} ${readProcessSpace()}`;
  return {
    name: JSON.stringify([place, process.pid, randomUUID()]),
    hasDied(name) {
      const pid = readPid(name, place);
      return pid !== null && pid !== process.pid && !isProcessRunning(pid);
    },
  };
}

/** Null for a name that is not of this machine. */
function readPid(name: string, place: string): number | null {
  try {
    const parts: unknown = JSON.parse(name);
    if (!Array.isArray(parts) || parts[0] !== place) return null;
    const pid: unknown = parts[1];
    return typeof pid === 'number' && Number.isInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
  }
}
