import type { Course } from '../fleet/course.ts';
import { createRandom } from '../fleet/random.ts';
import type { PlannedRun } from '../schedule/planned-run.ts';
import type { Track } from '../schedule/rule.ts';
import { growSession, growShape } from './fleet.ts';
import { sortOf, TYPE_OF_SORT } from './plans.ts';
import type { PolicySort } from './policy-sort.ts';
import type { VeeamSession } from './session.ts';
import { MACHINES, type Machine } from './shapes.ts';

/** The sessions of a run by what it is for; two of them begin milliseconds apart, the shorter first. */
const SESSIONS: Readonly<Record<PolicySort | 'system', Readonly<Partial<Record<Track, readonly string[]>>>>> = {
  virtualMachines: { snapshot: ['PolicySnapshot'], backup: ['PolicyBackup'], archive: ['PolicyArchive'] },
  sql: { backup: ['SqlPolicyBackup'], archive: ['SqlPolicyArchive'] },
  fileShares: { snapshot: ['FileSharePolicySnapshot'] },
  cosmosDb: { backup: ['PostgresDbPolicyBackup'], archive: ['PostgresDbPolicyArchive'] },
  vnet: { backup: ['VnetPolicyBackup', 'VnetPolicyBackupToRepository'] },
  slaBased: {},
  system: { retention: ['BackupRetention'] },
};

const WORDS = { succeeded: 'Success', warning: 'Warning', failed: 'Error', cancelled: 'Canceled' } as const;

const machineOf = (name: string): Machine =>
  MACHINES.find((known) => known.name === name) ?? { id: createRandom(`machine ${name}`).uuid(), name };

const typesOf = ({ plan, tracks }: PlannedRun): string[] => {
  const sort = sortOf(plan.sort);
  return tracks.flatMap((track) => SESSIONS[sort ?? 'system'][track] ?? []);
};

/** Of two halves the last one has the result of the run. */
export const sessionsOf = (run: PlannedRun): VeeamSession[] => {
  const { plan, random, items } = run;
  const sort = sortOf(plan.sort);
  const types = typesOf(run);
  return types.map((type, index) => {
    const isLast = index === types.length - 1;
    const outcome = isLast ? WORDS[run.outcome] : 'Success';
    const wish = { type, outcome, duration: 'plain', length: 'usual', empty: false } as const;
    const course: Course = {
      startMs: run.startMs + index * 12,
      queuedForMs: 0,
      closingAfterMs: outcome === 'Canceled' ? Math.floor(run.durationMs * 0.8) : null,
      durationMs: isLast ? run.durationMs : Math.max(1000, Math.floor(run.durationMs / 8)),
    };
    const machine = run.failedItems[0] ?? items[0];
    return {
      ...growSession(random, growShape(random, wish), course),
      policy:
        sort === undefined ? null : { id: plan.id, name: plan.name, type: TYPE_OF_SORT[sort] ?? sort, removed: false },
      ...(machine === undefined ? {} : { machine: machineOf(machine) }),
      instances: Math.max(1, items.length),
    };
  });
};
