import { type Answer, nullWhenAbsent, type PreparedRequest } from '@crossvault/client-kit';
import {
  type CallOptions,
  type ConnectorContext,
  CrossvaultError,
  isJsonObject,
  type Permission,
  type PreparedWrite,
  parseWire,
  readInstant,
  redactAnswer,
  type WriteCalls,
  type WriteIntent,
  type WriteReport,
  type WriteTarget,
} from '@crossvault/contract';
import type { AzureBackupClient } from '../client/client.ts';
import { lookAt, readTracking } from '../client/tracking.ts';
import { parseListKey } from './key.ts';
import type { LookUp } from './look-up.ts';
import { madeJobs, readOperationError } from './map-operation.ts';
import { sentinels } from './map-tasks.ts';
import { operationStatusWire } from './wire-operation.ts';
import { type EndedStep, endStep, parseFacts, parseSteps, type WriteFacts, type WriteStep } from './write-facts.ts';
import { toWriteReport } from './write-report.ts';

/** A change as it was put together. */
export interface WritePlan {
  readonly needs: Permission;
  readonly target: WriteTarget;
  readonly before: unknown;
  readonly facts: WriteFacts;
  /** One for each of the vaults in `facts`. */
  readonly requests: readonly PreparedRequest[];
}

interface Step {
  readonly step: WriteStep;
  readonly waitSeconds: number | null;
  readonly answer: unknown;
}

/** Sends changes, follows what Azure accepted, and finds out what became of those whose answer was lost. */
export function createWrites(client: AzureBackupClient, lookUp: LookUp, { clock, connection }: ConnectorContext) {
  const report = (steps: readonly Step[]): WriteReport => {
    const waits = steps.map(({ waitSeconds }) => waitSeconds).filter((seconds) => seconds !== null);
    return toWriteReport(
      steps.map(({ step }) => step),
      { waitSeconds: waits.length === 0 ? null : Math.min(...waits), answers: steps.map(({ answer }) => answer) },
    );
  };

  function readAcceptance(list: string, { response, body = null }: Answer): Step {
    const answer = { status: response.status, body };
    if (response.status !== 202) return { step: endStep(list, 'done'), waitSeconds: null, answer };
    const accepted = readTracking(response, clock.now());
    const place = accepted?.tracking ?? ({ by: 'truth', link: '' } as const);
    return { step: { state: 'running', list, ...place }, waitSeconds: accepted?.waitSeconds ?? null, answer };
  }

  /** What goes wrong with the first request has changed nothing; of a later one it is told beside the others. */
  async function send({ requests, facts }: WritePlan, call: CallOptions): Promise<WriteReport> {
    const steps: Step[] = [];
    for (const [index, request] of requests.entries()) {
      const list = facts.lists[index] ?? '';
      try {
        steps.push(readAcceptance(list, await request.send(call)));
      } catch (error) {
        if (steps.length === 0) throw error;
        const { code, message } = CrossvaultError.from(error);
        const step = endStep(list, code === 'answer-lost' ? 'unknown' : 'failed', { code, message });
        steps.push({ step, waitSeconds: null, answer: null });
      }
    }
    return report(steps);
  }

  /** An operation that Azure has forgotten, or never named, shows in what it changed. */
  async function follow(intent: WriteIntent, tracking: unknown, call: CallOptions): Promise<WriteReport> {
    const facts = parseFacts(intent.facts, connection);
    const steps: Step[] = [];
    for (const step of parseSteps(tracking, connection)) {
      const isOver = step.state !== 'running';
      const looked = isOver || step.by === 'truth' ? null : await look(step, intent, facts, call);
      if (isOver) steps.push({ step, waitSeconds: null, answer: null });
      else if (looked !== null) steps.push(looked);
      else return lookUp.ofAccepted(intent, call);
    }
    return report(steps);
  }

  async function look(
    { list, by, link }: Extract<WriteStep, { readonly state: 'running' }>,
    intent: WriteIntent,
    facts: WriteFacts,
    call: CallOptions,
  ): Promise<Step | null> {
    if (by === 'truth') return null;
    const seen = await nullWhenAbsent(lookAt(client, { by, link }, clock, call)).catch((error: unknown) => {
      if (facts.jobName === null || !isRefusal(error)) throw error;
      return error;
    });
    if (CrossvaultError.isInstance(seen)) {
      // The result of a cancellation that came too late is a refusal, unless the job shows that it was not.
      const { status } = await lookUp.ofLost(intent, call);
      const step = status === 'done' ? endStep(list, 'done') : endStep(list, 'failed', { message: seen.message });
      return { step, waitSeconds: null, answer: null };
    }
    if (seen === null) return null;
    const answer = withoutKeys(seen.body);
    if (seen.state === 'running') {
      return { step: { state: 'running', list, ...seen.tracking }, waitSeconds: seen.waitSeconds, answer };
    }
    const step = by === 'status' ? readEnd(list, seen.state, seen.body) : await findStatus(list, link, facts, call);
    const isSilent = step.state === 'done' && step.jobNames.length === 0 && facts.item !== null;
    const jobNames = isSilent ? await lookUp.jobsOf(intent, call) : step.jobNames;
    return {
      step: { ...step, jobNames: jobNames.length > 1 && isSilent ? [] : [...jobNames] },
      waitSeconds: null,
      answer,
    };
  }

  /** A result names no job. The status of the same operation does, and the vault tells it for operations on items too. */
  async function findStatus(list: string, link: string, facts: WriteFacts, call: CallOptions): Promise<EndedStep> {
    const operationId = new URL(link, 'https://azure.invalid').pathname.split('/').at(-1) ?? '';
    const source = parseListKey(list);
    if (facts.item === null || source === null || operationId === '') return endStep(list, 'done');
    const status = await nullWhenAbsent(client.getOperation(source.vault, operationId, call));
    return status === null ? endStep(list, 'done') : readEnd(list, 'done', status.body);
  }

  return {
    prepare: (plan: WritePlan): PreparedWrite => ({
      needs: plan.needs,
      target: plan.target,
      requests: plan.requests.map(({ planned }) => planned),
      before: plan.before,
      facts: plan.facts,
      send: (call) => send(plan, call),
    }),
    calls: { follow, lookUp: lookUp.ofLost } satisfies WriteCalls,
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

/** Whoever has the key of an exported blob can read it. */
function withoutKeys(body: unknown): unknown {
  if (!isJsonObject(body) || !isJsonObject(body['operation'])) return redactAnswer(body);
  const operation = Object.entries(body['operation']).filter(([name]) => !/key$/i.test(name));
  return redactAnswer({ ...body, operation: Object.fromEntries(operation) });
}
