import {
  type ConnectorContext,
  CrossvaultError,
  type PreparedWrite,
  type PrepareOptions,
  reportWrite,
  type WriteTarget,
} from '@crossvault/core';
import { readActionId } from '../client/async-action.ts';
import { isZeroId } from '../mapping/key.ts';
import type { PlanRequest, PlanRequests } from './plan-requests.ts';
import type { PlanState } from './plan-state.ts';
import { toFacts } from './write-facts.ts';
import { toAnswer } from './write-report.ts';

/** Prepares an offered action. */
export type PrepareWrite = (
  request: PlanRequest,
  state: PlanState,
  target: WriteTarget,
  prepare: Pick<PrepareOptions, 'requestId' | 'hasStarted'>,
) => Promise<PreparedWrite>;

/** Refuses actions that are never offered, then those that are not offered now; then prepares the request. */
export function createPrepareWrite(requests: PlanRequests, { connection }: ConnectorContext): PrepareWrite {
  return async (request, state, target, { requestId, hasStarted = false }) => {
    const { planAddress, record } = state;
    if (planAddress.family !== 'policy' && isZeroId(record.plan.nativeId)) {
      const message = `The jobs of this agent share an id of zeros: it is unknown which of them is meant. A newer agent gives each job its own id.`;
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
  const message = `${plan.name ?? plan.nativeId} cannot do "${action}" now: its status is ${plan.nativeStatus ?? 'not reported'}${switched}.`;
  return new CrossvaultError({ code: 'state-conflict', message, source: connection });
}

const families = {
  agent: 'jobs of backup agents',
  server: 'jobs of backup servers',
  policy: 'policies for public clouds',
} as const;

/** Error for an action that Crossvault does not support, although the console's API may have it. */
function toUnsupported({ action }: PlanRequest, { planAddress }: PlanState, connection: string): CrossvaultError {
  const system =
    planAddress.family === 'agent' && planAddress.system !== null ? ` on ${systemNames[planAddress.system]}` : '';
  const message = `Crossvault does not ${action} ${families[planAddress.family]}${system} in this version of the console's interface.`;
  return new CrossvaultError({ code: 'action-not-supported', message, source: connection });
}

const systemNames = { windows: 'Windows', linux: 'Linux', mac: 'macOS' } as const;
