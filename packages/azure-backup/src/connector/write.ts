import type { Answer, PreparedRequest } from '@crossvault/client-kit';
import {
  type CallOptions,
  type ConnectorContext,
  CrossvaultError,
  type Permission,
  type PreparedWrite,
  type WriteCalls,
  type WriteIntent,
  type WriteReport,
  type WriteTarget,
} from '@crossvault/core';
import type { AzureBackupCalls } from '../client/client.ts';
import { readTracking } from '../client/tracking.ts';
import { createStepLook, type RunningStep, type Step } from './look-at-step.ts';
import type { LookUp } from './look-up.ts';
import { endStep, parseFacts, parseSteps, type WriteFacts } from './write-facts.ts';
import { toWriteReport } from './write-report.ts';

/** A prepared change. */
export interface WritePlan {
  readonly needs: Permission;
  readonly target: WriteTarget;
  readonly before: unknown;
  readonly facts: WriteFacts;
  /** One for each of the vaults in `facts`. */
  readonly requests: readonly PreparedRequest[];
}

/** Sends changes, tracks accepted ones, and determines the result of those whose answer was lost. */
export function createWrites(client: AzureBackupCalls, lookUp: LookUp, context: ConnectorContext) {
  const { clock, connection, logger } = context;
  const lookAtStep = createStepLook(client, lookUp, clock);

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
    const tracking = accepted?.tracking ?? ({ by: 'truth', link: '' } as const);
    return {
      step: { state: 'running', list, ...tracking, refusal: '' },
      waitSeconds: accepted?.waitSeconds ?? null,
      answer,
    };
  }

  /** A failure of the first request has changed nothing. A failure of a later one is reported beside the others. */
  async function send({ requests, facts }: WritePlan, call: CallOptions): Promise<WriteReport> {
    const steps: Step[] = [];
    for (const [index, request] of requests.entries()) {
      const list = facts.lists[index] ?? '';
      try {
        steps.push(readAcceptance(list, await request.send(call)));
      } catch (error) {
        if (steps.length === 0) throw error;
        const { code, message, upstreamStatus = 0 } = CrossvaultError.from(error);
        const isRefused = upstreamStatus >= 400 && upstreamStatus < 500;
        const step = endStep(list, isRefused ? 'failed' : 'unknown', { code, message });
        steps.push({ step, waitSeconds: null, answer: null });
      }
    }
    return report(steps);
  }

  /** Sends requests only to the connection's own host. Where Azure links elsewhere, a log line says so. */
  async function lookUnlessRefused(step: RunningStep, intent: WriteIntent, facts: WriteFacts, call: CallOptions) {
    try {
      return { looked: await lookAtStep(step, intent, facts, call), refusal: step.refusal };
    } catch (error) {
      if (!CrossvaultError.isInstance(error) || error.code !== 'link-refused') throw error;
      const refusal = `Azure accepted it and named an address that is not followed: ${error.message}`;
      logger.warn({ connection, code: error.code, operation: intent.requestId }, refusal);
      return { looked: null, refusal };
    }
  }

  /** An operation that Azure deleted, never returned, or returned with another host is tracked by its effect. */
  async function follow(intent: WriteIntent, tracking: unknown, call: CallOptions): Promise<WriteReport> {
    const facts = parseFacts(intent.facts, connection);
    const steps: Step[] = [];
    for (const step of parseSteps(tracking, connection)) {
      if (step.state !== 'running') {
        steps.push({ step, waitSeconds: null, answer: null });
        continue;
      }
      const { looked, refusal } = await lookUnlessRefused(step, intent, facts, call);
      if (looked === null) return lookUp.ofAccepted(intent, refusal, call);
      steps.push(looked);
    }
    return report(steps);
  }

  return {
    prepare: (plan: WritePlan): PreparedWrite => ({
      needs: plan.needs,
      target: plan.target,
      requests: plan.requests.map(({ planned }) => planned),
      before: plan.before,
      // The local clock may be set later, so the offset is stored now.
      facts: { ...plan.facts, clockSkewSeconds: client.condition().clockSkewSeconds },
      send: (call) => send(plan, call),
    }),
    calls: { follow, lookUp: lookUp.ofLost } satisfies WriteCalls,
  };
}
