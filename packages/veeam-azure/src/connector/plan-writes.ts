import { type Answer, nullWhenAbsent, type PreparedRequest } from '@crossvault/client-kit';
import {
  type ConnectorContext,
  CrossvaultError,
  type JobKey,
  type JobRecord,
  type PlanCalls,
  type PlanRecord,
  type PreparedWrite,
  type PrepareOptions,
  type WriteReport,
} from '@crossvault/core';
import type { VeeamAzureCalls } from '../client/client.ts';
import type { PolicyAct } from '../client/policy-calls.ts';
import { trackingOf } from '../client/tracking.ts';
import type { PlanAddress } from '../mapping/plan-key.ts';
import { type PlanReader, planNotFound } from './plans.ts';
import { isOpen, type PolicySessions } from './policy-sessions.ts';
import type { WriteFacts } from './write-facts.ts';
import { answerOf, reportEnding, reportOf, reportRun } from './write-report.ts';

interface Target {
  readonly address: PlanAddress;
  readonly record: PlanRecord;
}

/** Actions on policies. A conflict with the current state is detected before a request is sent. */
export function createPlanWrites(
  client: Pick<VeeamAzureCalls, 'policies'>,
  plans: PlanReader,
  sessions: PolicySessions,
  { connection }: ConnectorContext,
): Required<Pick<PlanCalls, 'run' | 'stop' | 'enable' | 'disable'>> {
  const refuse = (code: 'state-conflict' | 'action-not-supported' | 'not-guaranteed', message: string) =>
    new CrossvaultError({ code, message, source: connection });

  async function prepare(
    { address, record }: Target,
    act: PolicyAct,
    facts: WriteFacts,
    toReport: (answer: Answer) => WriteReport,
  ): Promise<PreparedWrite> {
    const request: PreparedRequest | null = await client.policies.prepare(address.sort, address.policyId, act);
    if (request === null) {
      throw refuse(
        'action-not-supported',
        'Crossvault does not start or stop policies of a service level agreement: they run by their schedule only.',
      );
    }
    const { plan } = record;
    return {
      needs: 'operate',
      target: { kind: 'plan', nativeId: plan.nativeId, name: plan.name },
      requests: [request.planned],
      before: { enabled: plan.enabled, nativeStatus: plan.nativeStatus, nextRunAt: plan.nextRunAt },
      facts,
      send: async (call) => {
        const answer = await nullWhenAbsent(request.send(call));
        if (answer === null) throw planNotFound(record.key, connection);
        return toReport(answer);
      },
    };
  }

  /** Current and earlier runs of the policy. Virtual networks may have no id that sessions could name. */
  async function sessionsOf({ plan }: PlanRecord, call: PrepareOptions): Promise<readonly JobRecord[]> {
    const isNamed = plan.provenance['nativeId'] === undefined;
    return isNamed ? sessions.newest(plan.nativeId, call) : [];
  }

  async function run(key: JobKey, { full }: { readonly full: boolean }, options: PrepareOptions) {
    if (full)
      throw refuse(
        'not-guaranteed',
        'Crossvault cannot request a full backup from the appliance: it starts the policy as it is configured.',
      );
    const target = await plans.find(key, options);
    const { plan } = target.record;
    const policyId = plan.provenance['nativeId'] === undefined ? plan.nativeId : null;
    const facts = { kind: 'run', policyId, nextRunAt: plan.nextRunAt } as const;
    if (target.address.sort === 'sla') return prepare(target, 'start', { ...facts, known: [] }, () => reportOf({}));
    const before = await sessionsOf(target.record, options);
    const running = before.filter(isOpen).map(({ job }) => job.nativeId);
    if (running.length > 0 || !plan.actions.includes('run')) {
      const by = running.length === 0 ? '' : ` by the session ${running.join(' and ')}`;
      throw refuse('state-conflict', `The policy is running already${by}.`);
    }
    const known = before.map(({ job }) => job.nativeId);
    return prepare(target, 'start', { ...facts, known }, reportStart);
  }

  /** One or several sessions; an operation that will name them; or neither. */
  function reportStart(answer: Answer): WriteReport {
    const started = sessions.within(answer.body);
    if (started.length > 0) return reportRun(started, answerOf(answer));
    const operation = trackingOf(answer.response, answer.body);
    return reportOf({
      tracking: operation === null ? { kind: 'accepted' } : { kind: 'operation', id: operation.id },
      answer: answerOf(answer),
    });
  }

  async function stop(key: JobKey, options: PrepareOptions) {
    const target = await plans.find(key, options);
    const isEndless = target.address.sort === 'sla';
    const running = isEndless ? [] : (await sessionsOf(target.record, options)).filter(isOpen);
    if (!isEndless && running.length === 0 && !target.record.plan.actions.includes('stop')) {
      throw refuse('state-conflict', 'The policy is not running: there is nothing to stop.');
    }
    const facts = { kind: 'stop', sessions: running.map(({ job }) => job.nativeId) } as const;
    return prepare(target, 'stop', facts, (answer) => reportEnding(running, answerOf(answer)));
  }

  const turn = (act: 'enable' | 'disable') => async (key: JobKey, options: PrepareOptions) => {
    const target = await plans.find(key, options);
    if (!target.record.plan.actions.includes(act)) {
      throw refuse('state-conflict', `The policy is ${act}d already.`);
    }
    const facts = { kind: 'switch', ...target.address, enabled: act === 'enable' } as const;
    return prepare(target, act, facts, (answer) => reportOf({ status: 'done', answer: answerOf(answer) }));
  };

  return { run, stop, enable: turn('enable'), disable: turn('disable') };
}
