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
} from '@crossvault/contract';
import type { AzureBackupClient } from '../client/client.ts';
import { readTracking } from '../client/tracking.ts';
import { createStepLook, type Step } from './look-at-step.ts';
import type { LookUp } from './look-up.ts';
import { endStep, parseFacts, parseSteps, type WriteFacts } from './write-facts.ts';
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

/** Sends changes, follows what Azure accepted, and finds out what became of those whose answer was lost. */
export function createWrites(client: AzureBackupClient, lookUp: LookUp, { clock, connection }: ConnectorContext) {
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
      const looked = isOver ? null : await lookAtStep(step, intent, facts, call);
      if (isOver) steps.push({ step, waitSeconds: null, answer: null });
      else if (looked !== null) steps.push(looked);
      else return lookUp.ofAccepted(intent, call);
    }
    return report(steps);
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
