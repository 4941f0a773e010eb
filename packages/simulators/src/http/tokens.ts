import type { Request, RequestHandler, Response } from 'express';
import type { SimulatedClock } from '../clock/clock.ts';

export type TokenVerdict = 'valid' | 'expired' | 'unknown' | 'missing';

export type Tokens = {
  accept(token: string, lifetimeMs?: number): void;
  /** From now on the token is refused as expired; without an argument every token that is valid now. */
  expire(token?: string): void;
  check(token: string | null): TokenVerdict;
};

/** The tokens that a vendor has issued. They expire by the simulated clock. */
export const createTokens = (clock: SimulatedClock): Tokens => {
  const expiryMs = new Map<string, number>();
  return Object.freeze({
    accept: (token: string, lifetimeMs = Number.POSITIVE_INFINITY) => {
      expiryMs.set(token, clock.now() + lifetimeMs);
    },
    expire: (token?: string) => {
      for (const known of token === undefined ? [...expiryMs.keys()] : [token]) {
        expiryMs.set(known, Number.NEGATIVE_INFINITY);
      }
    },
    check: (token: string | null): TokenVerdict => {
      if (token === null) return 'missing';
      const untilMs = expiryMs.get(token);
      if (untilMs === undefined) return 'unknown';
      return clock.now() < untilMs ? 'valid' : 'expired';
    },
  });
};

const readBearer = (request: Request): string | null =>
  /^Bearer +(\S+)$/i.exec(request.get('authorization') ?? '')?.[1] ?? null;

/** Lets valid bearer tokens through; the vendor says how it refuses the others. */
export const requireBearer =
  (
    tokens: Tokens,
    refuse: (verdict: Exclude<TokenVerdict, 'valid'>, request: Request, response: Response) => void,
  ): RequestHandler =>
  (request, response, next) => {
    const verdict = tokens.check(readBearer(request));
    if (verdict === 'valid') next();
    else refuse(verdict, request, response);
  };
