import type { Random } from '../fleet/random.ts';
import { growStarts } from '../fleet/starts.ts';
import { pickWeighted } from '../fleet/weighted.ts';
import type { VendorCore } from '../simulated-vendor.ts';
import { originalIdOf, type Run, type SpcDefinition } from './definition.ts';
import type { SessionObject, SpcServer, SpcServerJob } from './server-job.ts';
import {
  isOfAgents,
  plantedRuns,
  type RunWish,
  SERVER_JOB_TYPES,
  SERVER_SCHEDULES,
  type ServerJobType,
  showsObjects,
  USUAL_OUTCOMES,
} from './server-shapes.ts';
import { FAILURES, WARNINGS } from './shapes.ts';
import { inCasing, statusOfWord } from './words.ts';

export type ServerFleet = { readonly servers: readonly SpcServer[]; readonly jobs: readonly SpcServerJob[] };

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const SERVERS = 3;

const growServer = (random: Random): SpcServer => ({
  id: random.uuid(),
  organizationUid: random.uuid(),
  locationUid: random.uuid(),
});

/** Sessions over one machine and over several; every seventh has one that fails. */
const growObjects = (random: Random, type: ServerJobType, index: number): SessionObject[] => {
  if (!showsObjects(type)) return [];
  const count = index % 3 === 0 ? 1 : random.integer(2, 5);
  return Array.from({ length: count }, (_, position) => ({
    id: random.uuid(),
    name: `vm-${random.hex(4)}`,
    fails: position === 0 && index % 7 === 6,
  }));
};

export const messageOf = (word: string): string => {
  const status = statusOfWord(word);
  if (status === 'failed') return FAILURES[0] ?? '';
  return status === 'warning' ? (WARNINGS[0] ?? '') : '';
};

/** An open run follows one that is over; one that is over ended before the fleet was grown. */
const growRuns = (random: Random, startMs: number, anchorMs: number, wish: RunWish): Run[] => {
  const courseOf = (fromMs: number, durationMs: number) => ({
    startMs: fromMs,
    durationMs,
    queuedForMs: 0,
    closingAfterMs: null,
  });
  if (!wish.isOpen) {
    const durationMs = Math.min(random.integer(20_000, 9_000_000), Math.floor((anchorMs - startMs) * 0.9));
    return [{ course: courseOf(startMs, durationMs), outcome: wish.word, openWord: null }];
  }
  const ranForMs = random.integer(MINUTE_MS, 90 * MINUTE_MS);
  const former = courseOf(anchorMs - ranForMs - DAY_MS, random.integer(60_000, 7_200_000));
  const current = courseOf(anchorMs - ranForMs, ranForMs + random.integer(20 * MINUTE_MS, 180 * MINUTE_MS));
  return [
    { course: former, outcome: 'Success', openWord: null },
    { course: current, outcome: 'Success', openWord: wish.word },
  ];
};

export type ServerJobWish = {
  readonly server: SpcServer;
  readonly type: ServerJobType;
  readonly runs: readonly Run[];
  readonly index: number;
  readonly mirrored?: SpcDefinition;
};

export const growServerJob = (random: Random, { server, type, runs, index, mirrored }: ServerJobWish): SpcServerJob => {
  const casing = index % 5 === 4 ? 'camel' : 'pascal';
  const inOwnCasing = (run: Run): Run => ({
    ...run,
    outcome: inCasing(run.outcome, casing),
    openWord: run.openWord === null ? null : inCasing(run.openWord, casing),
  });
  return {
    server,
    id: mirrored === undefined ? random.uuid() : originalIdOf(mirrored),
    uniqueId: random.uuid(),
    name: mirrored?.name ?? `${type} ${index + 1}`,
    type,
    shape: {
      spelling: index % 8 === 5 ? 'example' : 'properties',
      backupChainSize: showsObjects(type) ? 'plain' : 'null',
      never: index % 2 === 0 ? 'null' : 'year-one',
    },
    casing,
    runs: runs.map(inOwnCasing),
    mirrored: mirrored ?? null,
    objects: growObjects(random, type, index),
    ticks: random.integer(0, 9999),
    scheduleType: pickWeighted(random, SERVER_SCHEDULES),
    slotMs: random.integer(0, 47) * 30 * MINUTE_MS,
    disabled: random.chance(0.05),
    transferredBytes: random.integer(1, 900_000) * 4096,
    chainBytes: random.integer(1, 900_000) * 1_048_576,
    message: messageOf(runs.at(-1)?.outcome ?? ''),
  };
};

/** The job without what no console of today sends: words that it does not have, or not so, and fields of other names. */
const toDocumented = (job: SpcServerJob): SpcServerJob => ({
  ...job,
  type: job.type === 'QuantumBackup' ? 'Unknown' : job.type,
  shape: { ...job.shape, spelling: 'properties', never: 'null' },
  casing: 'pascal',
  runs: job.runs.map((run) => ({
    ...run,
    outcome: run.outcome.toLowerCase() === 'deferred' ? 'Unknown' : toPascal(run.outcome),
    openWord: run.openWord === null ? null : toPascal(run.openWord),
  })),
});

const toPascal = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/**
 * So many jobs of backup servers with a run of their own, over all types; beside them one of twenty that never ran, and
 * the jobs of agents that a backup server lists once more: one of ten, under a type of agents.
 */
export const growServerFleet = (
  core: VendorCore,
  count: number,
  definitions: readonly SpcDefinition[],
): ServerFleet => {
  const random = core.random.fork('servers');
  const servers = Array.from({ length: SERVERS }, () => growServer(random));
  const serverAt = (index: number): SpcServer => servers[index % SERVERS] ?? growServer(random);
  const starts = growStarts({
    random: random.fork('starts'),
    count,
    fromMs: core.anchorMs - core.days * DAY_MS,
    untilMs: core.anchorMs,
  });
  const planted = plantedRuns(core);
  const own = starts.flatMap((startMs, index) => {
    const type = SERVER_JOB_TYPES[index % SERVER_JOB_TYPES.length] ?? 'Unknown';
    const wish = planted[index] ?? { word: pickWeighted(random, USUAL_OUTCOMES), isOpen: false };
    const runs = growRuns(random, startMs, core.anchorMs, wish);
    const job = growServerJob(random, { server: serverAt(index), type, runs, index });
    if (index % 20 !== 3) return [job];
    return [job, growServerJob(random, { server: serverAt(index), type: 'BackupVm', runs: [], index: index + 1 })];
  });
  const types = SERVER_JOB_TYPES.filter(isOfAgents);
  const mirrored = definitions
    .filter(({ documented }, index) => !documented && count > 0 && index % 10 === 4)
    .map((definition, index) =>
      growServerJob(random, {
        server: serverAt(index),
        type: types[index % types.length] ?? 'AgentPolicy',
        runs: [],
        index,
        mirrored: definition,
      }),
    );
  const jobs = [...own, ...mirrored];
  return { servers, jobs: core.oddities === true ? jobs : jobs.map(toDocumented) };
};
