import { randomUUID } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import type { LeaseOwner } from '@crossvault/engine';

/** Facts about the machine; null where the system does not report them. */
export interface Machine {
  /** Differs between any two machines, and between two starts of one. */
  bootId(): string | null;
  /** The PID namespace, one for each container. Its own number is equal on many machines. */
  processSpace(): string | null;
  /** When the process of this number began; null where there is none. Distinguishes a process from a later one with the same id. */
  startOf(pid: number): string | null;
}

const readOrNull = (read: () => string): string | null => {
  try {
    return read().trim() || null;
  } catch {
    return null;
  }
};

/** Of the fields behind a process's name, which may hold spaces and brackets. */
const stateField = 0;
const startField = 19;

/** A process that has ended and whose parent has not asked for its result yet is listed all the same. */
const endedStates = ['Z', 'X'];

const thisMachine: Machine = {
  bootId: () => readOrNull(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')),
  processSpace: () => readOrNull(() => readlinkSync('/proc/self/ns/pid')),
  startOf(pid) {
    const stat = readOrNull(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
    const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? [];
    if (endedStates.includes(fields[stateField] ?? '')) return 'ended';
    return fields[startField] ?? null;
  },
};

/** Whether a process of this machine has that number, no matter whose it is. */
export function isProcessRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user is a process too.
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}

interface NamedProcess {
  readonly machineName: string;
  readonly pid: number;
  readonly start: string;
}

/**
 * Names this start of this process so that another one can see that it is dead, and need not wait until its lease has
 * lapsed. Death is claimed only where it is certain: on the same machine, in the same start of it and in the same container.
 * Everywhere else a lease has to lapse.
 */
export function createLeaseOwner(machine: Machine = thisMachine): LeaseOwner {
  const machineName = machineNameOf(machine);
  const start = machine.startOf(process.pid);
  return {
    name: JSON.stringify([machineName, process.pid, start, randomUUID()]),
    hasDied(name) {
      const named = machineName === null ? null : parse(name);
      if (named === null || named.machineName !== machineName) return false;
      if (!isProcessRunning(named.pid)) return true;
      const now = machine.startOf(named.pid);
      return now !== null && now !== named.start;
    },
  };
}

/** Null where the machine has no unique identity. */
function machineNameOf(machine: Machine): string | null {
  const parts = [machine.bootId(), machine.processSpace()];
  return parts.includes(null) ? null : [hostname(), ...parts].join(' ');
}

function parse(name: string): NamedProcess | null {
  try {
    const parts: unknown = JSON.parse(name);
    if (!Array.isArray(parts) || parts.length !== 4) return null;
    const [machineName, pid, start]: unknown[] = parts;
    if (typeof machineName !== 'string' || typeof start !== 'string') return null;
    return typeof pid === 'number' && Number.isInteger(pid) && pid > 0 ? { machineName, pid, start } : null;
  } catch {
    return null;
  }
}
