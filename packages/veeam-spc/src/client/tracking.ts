import {
  type Answer,
  type LongRunningProtocol,
  type Look,
  pollUntilDone,
  unreadableAnswer,
} from '@crossvault/client-kit';
import type { CallOptions, ConnectorContext } from '@crossvault/core';
import { CrossvaultError } from '@crossvault/core/errors';
import { joinSentences } from '@crossvault/core/wire';
import { type LookAtAction, readActionId } from './async-action.ts';

/**
 * Waits for answers that v3 hands over to an action, lists among them. Results are kept for five minutes and no longer, so
 * it is checked often.
 */
export function createTracking(
  lookAt: LookAtAction,
  context: ConnectorContext,
): (answer: Answer, call: CallOptions) => Promise<Answer> {
  const { connection } = context;

  const protocol: LongRunningProtocol<string, Answer> = {
    usualWaitSeconds: 2,
    longestWaitSeconds: 60,
    async look(actionId, call) {
      const found = await lookAt(actionId, call);
      if (found.state === 'running') return { state: 'running', waitSeconds: null };
      if (found.state === 'unknown') return forgotten;
      if (found.state !== 'done') return found;
      return found.answer === null ? forgotten : { state: 'done', result: found.answer };
    },
  };

  return async (answer, call) => {
    if (answer.response.status !== 202) return answer;
    const actionId = readActionId(answer.response.headers.get('location'));
    if (actionId === null) {
      throw unreadableAnswer(connection, 'The console answers later (202) and does not say where.');
    }
    context.logger.debug({ actionId }, 'The console answers later.');
    const end = await pollUntilDone(protocol, { tracking: actionId, waitSeconds: null }, context.clock, call);
    if (end.state === 'done') return end.result;
    throw new CrossvaultError({
      code: 'source-error',
      message: joinSentences('The console did not finish a request that it took over.', end.message),
      source: connection,
    });
  };
}

const forgotten: Look<string, Answer> = {
  state: 'failed',
  code: null,
  message: 'Its result has expired: the console keeps results for five minutes.',
};
