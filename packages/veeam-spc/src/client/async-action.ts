import { type Answer, nullWhenAbsent, unreadableAnswer, type VendorClient } from '@crossvault/client-kit';
import type { CallOptions, ConnectorContext } from '@crossvault/core';
import { CrossvaultError } from '@crossvault/core/errors';
import { foldWord } from '@crossvault/core/wire';
import { z } from 'zod';
import type { paths } from '../generated/schema.ts';

/** How a request stands that v3 handed over to an action. */
export type ActionState =
  | { readonly state: 'running' }
  /** `answer`: what the request would have been answered with; null once that is not kept any more. */
  | { readonly state: 'done'; readonly answer: Answer | null }
  | { readonly state: 'failed' | 'cancelled'; readonly code: string | null; readonly message: string }
  /** The console knows no action of this id, or no longer. */
  | { readonly state: 'unknown' };

export type LookAtAction = (actionId: string, call: CallOptions) => Promise<ActionState>;

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

/** Looks once. What it throws is a failure to look. */
export function createActionLook(
  client: VendorClient<paths>,
  header: { readonly 'X-Client-Version'?: string },
  { connection }: Pick<ConnectorContext, 'connection'>,
): LookAtAction {
  const readResult = (actionId: string, call: CallOptions): Promise<Answer> =>
    client.read(call, (api, signal) =>
      api.GET('/api/v3/asyncActions/{actionId}/result', { signal, params: { header, path: { actionId } } }),
    );

  return async (actionId, call) => {
    const info = await nullWhenAbsent(
      client.read(call, (api, signal) =>
        api.GET('/api/v3/asyncActions/{actionId}', { signal, params: { header, path: { actionId } } }),
      ),
    );
    if (info === null) return { state: 'unknown' };
    const action = actionWire.safeParse(info.body).data?.data;
    if (action === undefined) {
      throw unreadableAnswer(connection, `The console's answer about action ${actionId} is none.`);
    }
    const end = endWords[foldWord(action.status)];
    if (end === undefined) return { state: 'running' };
    if (end === 'cancelled')
      return { state: 'cancelled', code: null, message: 'The request was cancelled at the console.' };
    if (end === 'failed') return describeFailure(readResult(actionId, call), call);
    return { state: 'done', answer: await nullWhenAbsent(readResult(actionId, call)) };
  };
}

/** The result of an action that failed is what the request would have been refused with. */
async function describeFailure(reading: Promise<Answer>, call: CallOptions): Promise<ActionState> {
  try {
    await reading;
    return { state: 'failed', code: null, message: 'The console reports that it failed, without a reason.' };
  } catch (error) {
    if (call.signal.aborted) throw error;
    const { code, message } = CrossvaultError.from(error);
    return { state: 'failed', code, message };
  }
}
