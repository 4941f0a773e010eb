import { isRecent } from '@crossvault/client-kit';
import {
  type CallOptions,
  type ConnectorContext,
  type JobRecord,
  reportWrite,
  type WriteCalls,
  type WriteIntent,
  type WriteReport,
} from '@crossvault/core';
import type { LookAtAction } from '../client/async-action.ts';
import { isSameKey } from '../mapping/key.ts';
import { isOpen } from '../mapping/map-status.ts';
import type { PlanReader, PlanState } from './plan-state.ts';
import { parseFacts, parseTracking, type WriteFacts } from './write-facts.ts';
import { toAnswer, unknown } from './write-report.ts';

/** Agents report to the console at least once an hour; the connector does not wait longer for a change to appear. */
const longestMs = 75 * 60_000;
/** Accepted error of an agent's clock: a run that started earlier than this before the request is not the requested one. */
const clockToleranceMs = 5 * 60_000;
/** Without a record of the request, only a run that began at most this long before it, or later, can be its own. */
const lostToleranceMs = 60_000;

interface FollowOptions {
  readonly read: PlanReader['read'];
  /** Null in v2, which answers all requests synchronously. */
  readonly lookAtAction: LookAtAction | null;
}

/**
 * The console answers when it has queued a request. The result of a start is known when the new run appears,
 * and of a stop when the run has ended; other actions are done with the answer.
 */
export function createWriteCalls(
  { read, lookAtAction }: FollowOptions,
  { clock, connection }: ConnectorContext,
): WriteCalls {
  async function awaitEffect({ at }: WriteIntent, facts: WriteFacts, call: CallOptions): Promise<WriteReport> {
    if (facts.shows === null) return reportWrite('done');
    const state = await read(facts.plan, facts.endedRun, call);
    if (state === null) return unknown('The console accepted the request, and its job no longer exists.');
    const seen = facts.shows === 'new-run' ? seeNewRun(facts, at, state) : seeEndOfRun(facts, state);
    if (seen !== null) return seen;
    if (isRecent(at, clock.now(), longestMs)) return reportWrite('running', { tracking: { actionId: null } });
    return unknown(`The console took the request; what came of it did not show within 75 minutes. ${describe(state)}`);
  }

  async function checkAction(
    look: LookAtAction,
    actionId: string,
    intent: WriteIntent,
    call: CallOptions,
  ): Promise<WriteReport> {
    const facts = parseFacts(intent.facts, intent.action, connection);
    const action = await look(actionId, call);
    switch (action.state) {
      case 'running':
        return reportWrite('running', { tracking: { actionId } });
      case 'done': {
        const seen = await awaitEffect(intent, facts, call);
        return { ...seen, answer: action.answer === null ? null : toAnswer(action.answer) };
      }
      case 'unknown':
        return checkState(intent, facts, 'The console knows no action of this request, or no longer.', call);
      default:
        return reportWrite(action.state, { error: { code: action.code, message: action.message } });
    }
  }

  /** Determines the result from the job only, which does not show who started or stopped it. */
  async function checkState(
    { action, at }: WriteIntent,
    facts: WriteFacts,
    looked: string,
    call: CallOptions,
  ): Promise<WriteReport> {
    const state = await read(facts.plan, facts.endedRun, call);
    if (state === null) {
      return action === 'remove' ? reportWrite('done') : unknown(`${looked} The job no longer exists.`);
    }
    if (action === 'remove') return unknown(`${looked} The job still exists.`);
    return isSwitched(action, state) ? reportWrite('done') : checkRuns(facts, at, state, looked);
  }

  /** Determines the result from the runs of the job. */
  function checkRuns(facts: WriteFacts, at: string, state: PlanState, looked: string): WriteReport {
    const { last } = state;
    if (facts.shows === 'end-of-run' && isStopped(facts, state)) {
      return reportWrite('done', { endedAt: last?.job.endedAt ?? null });
    }
    if (facts.shows !== 'new-run' || last === null || !isNewRun(facts, at, last)) {
      return unknown(`${looked} ${describe(state)}`);
    }
    const { key, job } = last;
    return isOwnRun(facts, at, job.startedAt ?? new Date(clock.now()).toISOString())
      ? reportWrite('done', { jobs: [key], startedAt: job.startedAt })
      : unknown(`${looked} ${describe(state)} That run may be the requested one or another.`);
  }

  return {
    async follow(intent, tracking, call) {
      const { actionId } = parseTracking(tracking);
      return actionId === null || lookAtAction === null
        ? awaitEffect(intent, parseFacts(intent.facts, intent.action, connection), call)
        : checkAction(lookAtAction, actionId, intent, call);
    },
    async lookUp(intent, call) {
      if (lookAtAction !== null) return checkAction(lookAtAction, intent.requestId, intent, call);
      const facts = parseFacts(intent.facts, intent.action, connection);
      return checkState(intent, facts, 'REST v2 keeps no record of requests, so Crossvault checked the job.', call);
    },
  };
}

const isSwitched = (action: WriteIntent['action'], { record: { plan } }: PlanState): boolean =>
  (action === 'enable' && plan.enabled === true) || (action === 'disable' && plan.enabled === false);

/** Whether a run is none of those that the plan reported before the request. Agents may report old runs late. */
function isNewRun(facts: WriteFacts, at: string, { key, job }: JobRecord): boolean {
  if (facts.run !== null && isSameKey(key, facts.run)) return false;
  return job.startedAt === null || Date.parse(job.startedAt) >= Date.parse(at) - clockToleranceMs;
}

/**
 * Whether a new run can only be the requested one: no run was in progress before, and this one began after the
 * request, before the schedule was to start one, and no later than an agent may take to begin.
 */
function isOwnRun({ run, endedRun, wasOpen, nextRunAt }: WriteFacts, at: string, startedAt: string): boolean {
  const askedMs = Date.parse(at);
  const startedMs = Date.parse(startedAt);
  const nextMs = Date.parse(nextRunAt ?? '');
  return (
    !(wasOpen ?? (run !== null && endedRun === null)) &&
    startedMs >= askedMs - lostToleranceMs &&
    startedMs <= askedMs + longestMs &&
    !(askedMs < nextMs && nextMs <= startedMs)
  );
}

/** Whether the run that was to end was stopped, or is being stopped. */
const isStopped = ({ run }: WriteFacts, { last }: PlanState): boolean =>
  last !== null &&
  run !== null &&
  isSameKey(last.key, run) &&
  (last.job.status === 'cancelling' || last.job.status === 'cancelled');

function seeNewRun(facts: WriteFacts, at: string, { last }: PlanState): WriteReport | null {
  if (last === null || !isNewRun(facts, at, last)) return null;
  return reportWrite('done', { jobs: [last.key], startedAt: last.job.startedAt });
}

function seeEndOfRun({ run, wasOpen }: WriteFacts, { last }: PlanState): WriteReport | null {
  const isKnownRun = last !== null && run !== null && isSameKey(last.key, run);
  // The run had not appeared yet when its stop was requested: the connector waits for it.
  if (wasOpen === false && (last === null || isKnownRun)) return null;
  if (last === null || run === null || !isKnownRun) {
    return wasOpen === false && last !== null && isOpen(last.job.status) ? null : reportWrite('done');
  }
  return isOpen(last.job.status) ? null : reportWrite('done', { endedAt: last.job.endedAt });
}

function describe({ record: { plan }, last }: PlanState): string {
  const run =
    last === null ? 'it has no run' : `its last run started ${last.job.startedAt ?? 'at a time that is not reported'}`;
  return `The status of the job is ${plan.nativeStatus ?? 'not reported'}, and ${run}.`;
}
