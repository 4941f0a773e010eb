import type { SimulatedClock } from '../clock/clock.ts';
import type { JobTable } from '../fleet/job-table.ts';
import {
  ABSENT,
  type ActResult,
  ALREADY_RUNNING,
  DONE,
  NOT_RUNNING,
  refused,
  type SpcAct,
  STOPPED_MESSAGE,
  withStart,
  withStop,
} from './acts.ts';
import { historyOf, type SpcDefinition } from './definition.ts';
import { OUTDATED } from './words.ts';

/** A job that was removed, and what was said of its restore points; null: nothing. */
export type RemovedJob = { readonly nativeId: string; readonly removeRestorePoints: boolean | null };

export type AgentActs = {
  /** Of several jobs with the id of zeros it is the first (not documented). */
  act(agentId: string, jobId: string, act: SpcAct): ActResult;
  readonly removed: readonly RemovedJob[];
};

type AgentActsOptions = {
  readonly table: JobTable<SpcDefinition>;
  readonly clock: SimulatedClock;
  readonly delayMs: number;
  /** Called with the new state of a definition; null: it was removed. */
  readonly onChange: (before: SpcDefinition, after: SpcDefinition | null) => void;
};

/** A full backup takes longer than any that builds on one. */
const FULL_FACTOR = 3;

/** From now on the definition answers for itself, and no longer with its page or with values that cannot be read. */
const plainly = (definition: SpcDefinition, change: Partial<SpcDefinition>): SpcDefinition => ({
  ...definition,
  ...change,
  shape: { ...definition.shape, lastDuration: 'plain' },
  page: null,
});

type Change = SpcDefinition | ActResult;

const update = (spec: SpcDefinition, allowLicenseEscalate: boolean, nowMs: number): Change => {
  if (spec.policy.id === 0) return refused(400, 'No backup policy is assigned to the job.');
  if (spec.agent.shape.operationMode === 'UnLicensed' && !allowLicenseEscalate) {
    return refused(400, 'The backup policy needs a licence that the agent does not have.');
  }
  const status = spec.policy.status === OUTDATED ? 'Assigned' : spec.policy.status;
  return plainly(spec, { policy: { ...spec.policy, status }, lastModifiedMs: nowMs });
};

const start = (spec: SpcDefinition, full: boolean, nowMs: number, delayMs: number): Change => {
  const seconds = spec.averageSeconds * (full ? FULL_FACTOR : 1);
  const runs = withStart(historyOf(spec), nowMs, { delayMs, queuedForMs: 0, seconds });
  return runs === null ? ALREADY_RUNNING : plainly(spec, { runs });
};

const stop = (spec: SpcDefinition, nowMs: number, delayMs: number): Change => {
  const runs = withStop(historyOf(spec), nowMs, delayMs);
  return runs === null ? NOT_RUNNING : plainly(spec, { runs, message: STOPPED_MESSAGE });
};

/** Does to jobs of agents what the console is requested. */
export const createAgentActs = ({ table, clock, delayMs, onChange }: AgentActsOptions): AgentActs => {
  const removed: RemovedJob[] = [];

  const changed = (spec: SpcDefinition, act: Exclude<SpcAct, { kind: 'remove' }>): Change => {
    const nowMs = clock.now();
    switch (act.kind) {
      case 'start':
        return start(spec, act.full, nowMs, delayMs);
      case 'stop':
        return stop(spec, nowMs, delayMs);
      case 'switch':
        spec.schedule?.enable(act.enabled);
        return plainly(spec, { disabled: !act.enabled, lastModifiedMs: nowMs });
      case 'update':
        return update(spec, act.allowLicenseEscalate, nowMs);
      default:
        return refused(400, 'Jobs of backup agents cannot be retried.');
    }
  };

  return Object.freeze({
    removed,
    act: (agentId: string, jobId: string, act: SpcAct) => {
      const found = table.jobs.find(
        ({ list, nativeId }) =>
          list.toLowerCase() === agentId.toLowerCase() && nativeId.toLowerCase() === jobId.toLowerCase(),
      );
      const spec = found?.spec;
      if (found === undefined || spec === null || spec === undefined) return ABSENT;
      const { list } = found;
      if (act.kind === 'remove') {
        table.remove(jobId, list);
        removed.push({ nativeId: found.nativeId, removeRestorePoints: act.removeRestorePoints });
        onChange(spec, null);
        return DONE;
      }
      const after = changed(spec, act);
      if (!('agent' in after)) return after;
      table.change(jobId, { list }, () => after);
      onChange(spec, after);
      return DONE;
    },
  });
};
