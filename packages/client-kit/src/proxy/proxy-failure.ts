import { CrossvaultError, type ErrorCode } from '@crossvault/core';
import type { ChosenProxy } from './proxy-choice.ts';

/** What a proxy's own answer means, where it should have opened a way or passed a request on. */
export interface ProxyRefusal {
  readonly said: string;
  readonly advice: string;
  readonly code: ErrorCode;
}

export function explainRefusal(status: number, { shown }: ChosenProxy, asked: string): ProxyRefusal {
  const said = `The proxy ${shown} answered ${status} when it was asked for ${asked}.`;
  if (status === 407) {
    const advice =
      'It wants other credentials: let proxy: "${NAME}" refer to its address with user and password, written as in a link.';
    return { said, advice, code: 'authentication-failed' };
  }
  if (status >= 500) {
    const advice =
      'It cannot reach it: is the address right, or has it to be asked directly (NO_PROXY, or proxy: none)?';
    return { said, advice, code: 'source-unreachable' };
  }
  const advice = 'It has to allow this address, or the connection another way (its key proxy, or NO_PROXY).';
  return { said, advice, code: 'permission-denied' };
}

function toProxyRefusal(status: number, proxy: ChosenProxy, asked: string): CrossvaultError {
  const { said, advice, code } = explainRefusal(status, proxy, asked);
  return new CrossvaultError({ code, message: `${said} ${advice}`, upstreamStatus: status });
}

const refusal = /Proxy response \((\d{3})\)|Proxy Authentication Required \((\d{3})\)/;
const unreachable =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT|UND_ERR_PRX_CONN)$/;

/** A failure of the proxy itself, which would else look like one of the source; null when it is none. */
export function readProxyFailure(error: unknown, proxy: ChosenProxy, asked: string): CrossvaultError | null {
  for (let inner: unknown = error, depth = 0; depth < 5 && inner instanceof Error; inner = inner.cause, depth += 1) {
    const [, tunnel, forward] = refusal.exec(inner.message) ?? [];
    if (tunnel !== undefined || forward !== undefined) return toProxyRefusal(Number(tunnel ?? forward), proxy, asked);
    const code = 'code' in inner && typeof inner.code === 'string' ? inner.code : '';
    // Through a proxy no socket is ever opened to the source.
    if (unreachable.test(code)) {
      const message = `The proxy ${proxy.shown}, through which ${asked} is asked, cannot be reached (${code}). Is its address right? A connection has its own key proxy; proxy: none asks directly.`;
      return new CrossvaultError({ code: 'source-unreachable', message, cause: error });
    }
  }
  return null;
}
