import {
  type Answer,
  type LongRunningProtocol,
  type Look,
  nullWhenAbsent,
  pollUntilDone,
  unreadableAnswer,
  type VendorClient,
} from '@crossvault/client-kit';
import { type CallOptions, type ConnectorContext, CrossvaultError, foldWord } from '@crossvault/contract';
import { z } from 'zod';
import type { paths } from '../generated/schema.ts';

const actionWire = z.object({ data: z.object({ status: z.string() }) });

/** The words for a request that is over; any other is taken as still running. */
const endWords: Readonly<Record<string, 'succeeded' | 'failed' | 'cancelled'>> = {
  succeed: 'succeeded',
  succeeded: 'succeeded',
  failed: 'failed',
  canceled: 'cancelled',
  cancelled: 'cancelled',
};

/** The header spells the path `/asyncAction`, the resource is `/asyncActions`; its host is not looked at. */
export function readActionId(location: string | null): string | null {
  return /\/asyncActions?\/([\w-]{1,64})(?:[/?#]|$)/i.exec(location ?? '')?.[1] ?? null;
}

/**
 * Waits for answers that v3 hands over to an action, lists among them. Results are kept for five minutes and no longer, so
 * it is looked at often.
 */
export function createTracking(
  client: VendorClient<paths>,
  header: { readonly 'X-Client-Version'?: string },
  context: ConnectorContext,
): (answer: Answer, call: CallOptions) => Promise<Answer> {
  const { connection } = context;

  const readResult = (actionId: string, call: CallOptions): Promise<Answer> =>
    client.read(call, (api, signal) =>
      api.GET('/api/v3/asyncActions/{actionId}/result', { signal, params: { header, path: { actionId } } }),
    );

  const protocol: LongRunningProtocol<string, Answer> = {
    usualWaitSeconds: 2,
    longestWaitSeconds: 60,
    async look(actionId, call) {
      const info = await nullWhenAbsent(
        client.read(call, (api, signal) =>
          api.GET('/api/v3/asyncActions/{actionId}', { signal, params: { header, path: { actionId } } }),
        ),
      );
      if (info === null) return forgotten;
      const action = actionWire.safeParse(info.body).data?.data;
      if (action === undefined)
        throw unreadableAnswer(connection, `The console's answer about action ${actionId} is none.`);
      const end = endWords[foldWord(action.status)];
      if (end === undefined) return { state: 'running', waitSeconds: null };
      if (end === 'cancelled') return { state: 'cancelled', code: null, message: 'The request was cancelled there.' };
      if (end === 'failed') return describeFailure(readResult(actionId, call), call);
      const result = await nullWhenAbsent(readResult(actionId, call));
      return result === null ? forgotten : { state: 'done', result };
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
      message: `The console did not finish a request that it took over. ${end.message}`,
      source: connection,
    });
  };
}

const forgotten: Look<string, Answer> = {
  state: 'failed',
  code: null,
  message: 'Its result is gone: results are kept for five minutes.',
};

/** The result of an action that failed is what the request would have been refused with. */
async function describeFailure(reading: Promise<Answer>, call: CallOptions): Promise<Look<string, Answer>> {
  try {
    return { state: 'done', result: await reading };
  } catch (error) {
    if (call.signal.aborted) throw error;
    const { code, message } = CrossvaultError.from(error);
    return { state: 'failed', code, message };
  }
}
