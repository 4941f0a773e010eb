import { nullWhenAbsent } from '@crossvault/client-kit';
import {
  type CallOptions,
  type Clock,
  CrossvaultError,
  isJsonObject,
  parseWire,
  readInstant,
  redactAnswer,
  type WriteIntent,
} from '@crossvault/core';
import type { AzureBackupCalls } from '../client/client.ts';
import { lookAt, type Seen } from '../client/tracking.ts';
import { parseListKey } from '../mapping/key.ts';
import { madeJobs, readOperationError } from '../mapping/map-operation.ts';
import { sentinels } from '../mapping/map-tasks.ts';
import { operationStatusWire } from '../mapping/wire-operation.ts';
import type { LookUp } from './look-up.ts';
import { type EndedStep, endStep, type WriteFacts, type WriteStep } from './write-facts.ts';

/** The state of a request, and the answers to it. */
export interface Step {
  readonly step: WriteStep;
  readonly waitSeconds: number | null;
  readonly answer: unknown;
}

export type RunningStep = Extract<WriteStep, { readonly state: 'running' }>;

/** Reads the state of an accepted request once. Null: Azure has no record of it, or no longer. */
export function createStepLook(client: AzureBackupCalls, lookUp: LookUp, clock: Pick<Clock, 'now'>) {
  /** The result of a late cancellation is a refusal, unless the job shows otherwise. */
  async function checkTooLate(refusal: CrossvaultError, list: string, intent: WriteIntent, call: CallOptions) {
    const { status } = await lookUp.ofLost(intent, call);
    const step = status === 'done' ? endStep(list, 'done') : endStep(list, 'failed', { message: refusal.message });
    return { step, waitSeconds: null, answer: null };
  }

  /** A result names no job. The status of the same operation does, and the vault reports it for operations on items too. */
  async function findStatus(list: string, link: string, facts: WriteFacts, call: CallOptions): Promise<EndedStep> {
    const operationId = new URL(link, 'https://azure.invalid').pathname.split('/').at(-1) ?? '';
    const source = parseListKey(list);
    if (facts.item === null || source === null || operationId === '') return endStep(list, 'done');
    const status = await nullWhenAbsent(client.getOperation(source.vault, operationId, call));
    return status === null ? endStep(list, 'done') : readEnd(list, 'done', status.body);
  }

  /** An operation may succeed without naming its job; the new job is then attributed to it. */
  async function withJobs(step: EndedStep, intent: WriteIntent, facts: WriteFacts, call: CallOptions) {
    if (step.state !== 'done' || step.jobNames.length > 0 || facts.item === null) return step;
    const jobNames = await lookUp.jobsOf(intent, call);
    return jobNames.length === 1 ? { ...step, jobNames } : step;
  }

  async function readSeen(seen: Seen, { list, by, link }: RunningStep, facts: WriteFacts, call: CallOptions) {
    if (seen.state === 'running') return { state: 'running', list, ...seen.tracking, refusal: '' } as const;
    return by === 'status' ? readEnd(list, seen.state, seen.body) : findStatus(list, link, facts, call);
  }

  return async (
    running: RunningStep,
    intent: WriteIntent,
    facts: WriteFacts,
    call: CallOptions,
  ): Promise<Step | null> => {
    const { list, by, link } = running;
    if (by === 'truth') return null;
    try {
      const seen = await nullWhenAbsent(lookAt(client, { by, link }, clock, call));
      if (seen === null) return null;
      const step = await readSeen(seen, running, facts, call);
      const waitSeconds = step.state === 'running' ? seen.waitSeconds : null;
      const whole = step.state === 'running' ? step : await withJobs(step, intent, facts, call);
      return { step: whole, waitSeconds, answer: withoutKeys(seen.body) };
    } catch (error) {
      if (facts.jobName === null || !isRefusal(error)) throw error;
      return checkTooLate(error, list, intent, call);
    }
  };
}

const isRefusal = (error: unknown): error is CrossvaultError =>
  CrossvaultError.isInstance(error) && (error.upstreamStatus === 400 || error.upstreamStatus === 409);

function readEnd(list: string, state: EndedStep['state'], body: unknown): EndedStep {
  const status = parseWire(operationStatusWire, isJsonObject(body) ? body : {});
  const error = state === 'done' ? null : readOperationError(status);
  return endStep(list, state, {
    jobNames: madeJobs(status),
    code: error?.code ?? null,
    message: error?.message ?? '',
    startedAt: readInstant(status.startTime, sentinels).value,
    endedAt: readInstant(status.endTime, sentinels).value,
  });
}

/** The key of an exported blob grants access to it, so it is redacted. */
function withoutKeys(body: unknown): unknown {
  if (!isJsonObject(body) || !isJsonObject(body['operation'])) return redactAnswer(body);
  const operation = Object.entries(body['operation']).filter(([name]) => !/key$/i.test(name));
  return redactAnswer({ ...body, operation: Object.fromEntries(operation) });
}
