import type { JobFields } from '../fleet/course.ts';
import { type AddJobInput, createJobTable, type JobChange, payloadOf, truthOf } from '../fleet/job-table.ts';
import type { PlannedRun } from '../schedule/planned-run.ts';
import type { VendorCore } from '../simulated-vendor.ts';
import { type TruthJob, toBlankTruth } from '../truth.ts';
import {
  ABSENT,
  type ActResult,
  ALREADY_RUNNING,
  canRetry,
  DONE,
  NOT_RUNNING,
  refused,
  type SpcAct,
  STOPPED_MESSAGE,
  withStart,
  withStop,
} from './acts.ts';
import type { LastRunMoves, SpcDefinition } from './definition.ts';
import { standing, withRun } from './planned-definitions.ts';
import { renderServerJob } from './render-server-job.ts';
import { runsAfter, startRun } from './runs.ts';
import { growServerFleet, growServerJob, messageOf, type ServerFleet } from './server-fleet.ts';
import { describeServerJob, runsOf, type SpcServer, type SpcServerJob } from './server-job.ts';
import { SERVER_JOB_TYPES, type ServerJobType } from './server-shapes.ts';

/** The jobs of backup servers, which v3 alone shows. */
export type ServerJobs = {
  rows(): unknown[];
  /** undefined: no such job. */
  row(jobId: string): unknown;
  truth(): TruthJob[];
  /** A schedule starts a run of the job; gives the job's id, none where it was removed. */
  start(jobId: string, run: PlannedRun): readonly string[];
  has(nativeId: string): boolean;
  hasServer(serverId: string): boolean;
  add(input: AddJobInput): string;
  change(nativeId: string, change: JobChange): void;
  act(jobId: string, act: SpcAct): ActResult;
  /** The jobs of agents that are listed here once more show the result of them; null: it was removed. */
  follow(before: SpcDefinition, after: SpcDefinition | null): void;
  readonly serverIds: readonly string[];
};

const sameId = (id: string): string => id.toLowerCase();

const typeOf = ({ nativeKind }: JobFields): ServerJobType => {
  if (nativeKind === undefined) return 'BackupVm';
  const type = SERVER_JOB_TYPES.find((known) => known === nativeKind);
  if (type === undefined) throw new RangeError(`a backup server has no jobs of type ${nativeKind}`);
  return type;
};

type ServerJobsOptions = {
  readonly count: number;
  /** Those of plans, instead of so many at random. */
  readonly planned: ServerFleet | null;
  readonly definitions: readonly SpcDefinition[];
  readonly moves: LastRunMoves;
  readonly delayMs: number;
};

const QUEUED_MS = 20_000;
const RUN_SECONDS = 1_200;

/** The job after an act, or why it is refused. */
const actOn = (job: SpcServerJob, act: SpcAct, nowMs: number, delayMs: number): SpcServerJob | ActResult => {
  const history = runsOf(job);
  const own = { ...job, mirrored: null };
  if (act.kind === 'switch') {
    job.schedule?.enable(act.enabled);
    return { ...job, disabled: !act.enabled };
  }
  if (act.kind === 'stop') {
    const runs = withStop(history, nowMs, delayMs);
    return runs === null ? NOT_RUNNING : { ...own, runs, message: STOPPED_MESSAGE };
  }
  if (act.kind !== 'start' && act.kind !== 'retry')
    return refused(400, 'Jobs of backup servers have no such operation.');
  if (act.kind === 'retry' && !canRetry(history, nowMs)) return refused(409, 'There is nothing to retry.');
  const runs = withStart(history, nowMs, { delayMs, queuedForMs: QUEUED_MS, seconds: RUN_SECONDS });
  return runs === null ? ALREADY_RUNNING : { ...own, runs };
};

export const createServerJobs = (
  core: VendorCore,
  { count, planned, definitions, moves, delayMs }: ServerJobsOptions,
): ServerJobs => {
  const { clock } = core;
  const random = core.random.fork('added-server-jobs');
  const fleet = planned ?? growServerFleet(core, count, definitions);
  const table = createJobTable<SpcServerJob>(sameId);
  for (const spec of fleet.jobs) {
    table.put({ nativeId: spec.id, list: spec.server.id, spec, addedMs: core.anchorMs });
  }

  const findServer = (serverId: string): SpcServer | undefined =>
    fleet.servers.find(({ id }) => id === sameId(serverId));
  const payload = (job: (typeof table.jobs)[number]): unknown =>
    payloadOf(job, (spec) => renderServerJob(standing(spec, clock.now()), clock.now(), moves));
  const isThere = ({ spec }: (typeof table.jobs)[number]): boolean =>
    spec?.schedule?.isGoneAt(null, clock.now()) !== true;
  const isKnown = (nativeId: string): boolean => table.jobs.some((job) => sameId(job.nativeId) === sameId(nativeId));

  return Object.freeze({
    rows: () => table.jobs.filter(isThere).map(payload),
    start: (jobId: string, run: PlannedRun) => {
      if (!isKnown(jobId)) return [];
      table.change(jobId, {}, (spec) => withRun(spec, run));
      return [jobId];
    },
    row: (jobId: string) => {
      const found = table.jobs.find((job) => sameId(job.nativeId) === sameId(jobId) && isThere(job));
      return found === undefined ? undefined : payload(found);
    },
    truth: () =>
      table.jobs
        .filter(isThere)
        .map((job) => {
          const source = { vendor: 'veeam-spc', list: '', nativeId: job.nativeId, scope: job.list } as const;
          const blank = toBlankTruth({ ...source, kind: 'other' });
          return truthOf(job, (spec) => describeServerJob(spec, clock.now(), moves), blank);
        })
        .filter((job) => job !== null),
    has: isKnown,
    hasServer: (serverId: string) => findServer(serverId) !== undefined,
    add: (input: AddJobInput) => {
      const server = findServer(input.list ?? '');
      if (server === undefined) throw new RangeError(`no backup server ${input.list}`);
      if (input.kind !== undefined) throw new RangeError('a backup server says nativeKind and no kind');
      const run = startRun(input, 'pascal', clock.now());
      const grown = growServerJob(random, { server, type: typeOf(input), runs: [run], index: 0 });
      const { raw, truth } = input;
      const given = { ...(raw === undefined ? {} : { raw }), ...(truth === undefined ? {} : { truth }) };
      const spec = raw === undefined ? grown : null;
      table.put({ nativeId: grown.id, list: server.id, spec, addedMs: clock.now(), ...given });
      return grown.id;
    },
    change: (nativeId: string, change: JobChange) => {
      const within = change.list === undefined ? change : { ...change, list: sameId(change.list) };
      table.change(nativeId, within, (spec) => {
        const runs = runsAfter(spec, change, clock.now());
        return runs === null ? spec : { ...spec, runs, mirrored: null, message: messageOf(runs.at(-1)?.outcome ?? '') };
      });
    },
    act: (jobId: string, act: SpcAct) => {
      const spec = table.jobs.find(({ nativeId }) => sameId(nativeId) === sameId(jobId))?.spec;
      if (spec === null || spec === undefined) return ABSENT;
      const after = actOn(spec, act, clock.now(), delayMs);
      if (!('server' in after)) return after;
      table.change(jobId, {}, () => after);
      return DONE;
    },
    follow: (before: SpcDefinition, after: SpcDefinition | null) => {
      const mirror = table.jobs.find(({ spec }) => spec?.mirrored === before);
      if (mirror === undefined) return;
      if (after === null) table.remove(mirror.nativeId, mirror.list);
      else table.change(mirror.nativeId, { list: mirror.list }, (spec) => ({ ...spec, mirrored: after }));
    },
    serverIds: fleet.servers.map(({ id }) => id),
  });
};
