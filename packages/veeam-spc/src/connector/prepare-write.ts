import {
  type ConnectorContext,
  CrossvaultError,
  type PreparedWrite,
  type PrepareOptions,
  reportWrite,
  type WriteTarget,
} from '@crossvault/core';
import { readActionId } from '../client/async-action.ts';
import { isZeroId } from './key.ts';
import type { PlanRequest, PlanRequests } from './plan-requests.ts';
import type { PlanState } from './plan-state.ts';
import { toFacts } from './write-facts.ts';
import { toAnswer } from './write-report.ts';

/** What becomes of a request where it was found to be offered. */
export type PrepareWrite = (
  request: PlanRequest,
  state: PlanState,
  target: WriteTarget,
  prepare: Pick<PrepareOptions, 'requestId' | 'hasStarted'>,
) => Promise<PreparedWrite>;

/** First what is never offered, then what is not offered now; then the request is put together. */
export function createPrepareWrite(requests: PlanRequests, { connection }: ConnectorContext): PrepareWrite {
  return async (request, state, target, { requestId, hasStarted = false }) => {
    const { planAddress, record } = state;
    if (planAddress.family !== 'policy' && isZeroId(record.plan.nativeId)) {
      const message = `The jobs of this agent share an id of zeros: which of them would be meant is not known. A newer agent gives them ids of their own.`;
      throw new CrossvaultError({ code: 'not-guaranteed', message, source: connection });
    }
    const isOffered = requests.offered(planAddress).includes(request.action);
    // Agents report a started run late: a stop of a run that Crossvault started is allowed.
    const isOwnStop = request.action === 'stop' && hasStarted;
    if (isOffered && !isOwnStop && !isPossible(request, state)) throw toConflict(request, state, connection);
    const prepared = isOffered ? await requests.prepare(request, state, requestId) : null;
    if (prepared === null) throw toUnsupported(request, state, connection);
    const facts = toFacts(request, state);
    return {
      needs: request.action === 'remove' ? 'destroy' : 'operate',
      target,
      requests: [prepared.planned],
      before: record.plan,
      facts,
      async send(call) {
        const answer = await prepared.send(call);
        const { status, headers } = answer.response;
        const said = { answer: toAnswer(answer) };
        if (status === 202) {
          // An action has the id of its request, in case the answer lacks its address.
          const actionId = readActionId(headers.get('location')) ?? requestId;
          return reportWrite('running', { ...said, tracking: { actionId } });
        }
        return facts.shows === null
          ? reportWrite('done', said)
          : reportWrite('running', { ...said, tracking: { actionId: null } });
      },
    };
  };
}

const isPossible = ({ action }: PlanRequest, { record, last }: PlanState): boolean =>
  action === 'retry' ? last?.job.actions.includes('retry') === true : record.plan.actions.includes(action);

function toConflict({ action }: PlanRequest, { record: { plan } }: PlanState, connection: string): CrossvaultError {
  const switched = plan.enabled === null ? '' : `, and it is ${plan.enabled ? 'enabled' : 'disabled'}`;
  const message = `${plan.name ?? plan.nativeId} cannot be asked to ${action} now: its status is ${plan.nativeStatus ?? 'not reported'}${switched}.`;
  return new CrossvaultError({ code: 'state-conflict', message, source: connection });
}

const families = {
  agent: 'jobs of backup agents',
  server: 'jobs of backup servers',
  policy: 'policies for public clouds',
} as const;

/** What the console's API may well have, and Crossvault does not do. */
function toUnsupported({ action }: PlanRequest, { planAddress }: PlanState, connection: string): CrossvaultError {
  const system =
    planAddress.family === 'agent' && planAddress.system !== null ? ` on ${systemNames[planAddress.system]}` : '';
  const message = `Crossvault does not ${action} ${families[planAddress.family]}${system} in this version of the console's interface.`;
  return new CrossvaultError({ code: 'action-not-supported', message, source: connection });
}

const systemNames = { windows: 'Windows', linux: 'Linux', mac: 'macOS' } as const;
