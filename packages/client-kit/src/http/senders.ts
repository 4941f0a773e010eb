import type { CallOptions, ConnectorContext } from '@crossvault/core';
import type { TokenSource } from '../auth/token-source.ts';
import type { RequestPolicy } from '../resilience/request-policy.ts';
import { readUsualWait } from '../resilience/retry.ts';
import type { AnswerReaders, AnswerReading } from './answer.ts';
import { readStatusInBody } from './failure.ts';

/** Sends a request and reads its answer to the end. `onLeave` is called each time just before the request leaves. */
export type Send = (request: Request, call: CallOptions, onLeave?: () => void) => Promise<Response>;

/** The two ways in which a client sends. */
export interface Senders {
  /** For a request that changes nothing: it is sent again when that may help. */
  readonly repeat: Send;
  /** For a change: it is never sent again by itself. */
  readonly once: Send;
}

/** Both ways go through one request policy. A token that the vendor refuses is renewed once, also for a change: the vendor did nothing with it. */
export function createSenders(
  requestPolicy: RequestPolicy,
  readers: AnswerReaders,
  tokens: TokenSource | undefined,
  logsIn = false,
): Senders {
  return {
    repeat: withToken(
      (request, call) => requestPolicy.send(request, readers, { retry: logsIn ? 'unless-unreadable' : true }, call),
      tokens,
    ),
    once: withToken(
      (request, call, onLeave) =>
        requestPolicy.send(request, readers, { retry: false, ...(onLeave && { onLeave }) }, call),
      tokens,
    ),
  };
}

/** The vendor's own ways of reporting, completed with the usual ones. */
export function toReaders(reading: AnswerReading, { clock }: Pick<ConnectorContext, 'clock'>): AnswerReaders {
  const { readWait, readBudget, readStatus, requestIdHeader, sendRequestIdAs } = reading;
  return {
    readWait: readWait ?? ((response, body) => readUsualWait(response, body, clock.now())),
    readBudget: readBudget ?? (() => null),
    readStatus: readStatus ?? readStatusInBody,
    requestIdHeader: requestIdHeader ?? null,
    sendRequestIdAs: sendRequestIdAs ?? null,
  };
}

/** Sends with the token; when the vendor refuses it and a new one can be had, once more with that. */
function withToken(send: Send, tokens: TokenSource | undefined): Send {
  if (tokens === undefined) return send;
  const authorize = (request: Request, token: string): Request => {
    const copy = request.clone();
    copy.headers.set('authorization', `Bearer ${token}`);
    return copy;
  };
  return async (request, call, onLeave) => {
    const token = await tokens.get(call);
    call.signal.throwIfAborted();
    const first = await sendWith(token, false);
    if (first.status !== 401 || tokens.renew === undefined) return first;
    const renewed = await tokens.renew(token, call);
    return renewed === token ? first : sendWith(renewed, true);

    async function sendWith(bearer: string, isRenewed: boolean): Promise<Response> {
      const response = await send(authorize(request, bearer), call, onLeave);
      tokens?.noteAnswer?.({ token: bearer, accepted: response.status !== 401, isRenewed });
      return response;
    }
  };
}
