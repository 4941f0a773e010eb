import type { CallOptions, Clock, Secret } from '@crossvault/core';
import { CrossvaultError, holdToken } from '@crossvault/core/errors';
import { orAbort, startDeadline } from '@crossvault/core/ports';
import { createLogInPause, type LogInPause } from './log-in-pause.ts';

/** The source of a connection's bearer token. */
export interface TokenSource {
  get(call: CallOptions): Promise<string>;
  /** Returns a new token instead of a refused one, or the refused one during a pause. Absent when the source cannot renew. */
  renew?(refused: string, call: CallOptions): Promise<string>;
  /** Records the result of a request with a token. Absent where the source does not use it. */
  noteAnswer?(answer: TokenAnswer): void;
  /** Revokes the token where the vendor supports it. */
  close?(call: CallOptions): Promise<void>;
}

/** Whether the vendor accepted a token. */
export interface TokenAnswer {
  readonly token: string;
  /** False where the vendor answered 401. */
  readonly accepted: boolean;
  /** True for the token of the second attempt, after the first token was refused. */
  readonly isRenewed: boolean;
}

/** The answer of a token endpoint. */
export interface GrantedToken {
  readonly token: string;
  /** Null when the vendor does not report it. */
  readonly expiresInSeconds: number | null;
  /** Used for the next token instead of the credential. Absent where the vendor has no refresh tokens. */
  readonly refreshToken?: string | null;
}

/** A token is renewed this long before it expires, so that none expires during a request. */
const renewalMarginMs = 60_000;
/** After a failed renewal, a token that is still valid is used this long before the next attempt. */
const failedRenewalPauseMs = 10_000;
/** Lifetime of a token when the vendor does not report it. */
const unknownLifetimeSeconds = 600;
/** Minimum lifetime. Without it, an endpoint that reports expired tokens would cause one log-in for each request. */
const shortestLifetimeSeconds = 30;
/** Pause between token requests after the vendor refused a renewed token as well. It doubles up to the longest. */
const uselessRenewalPauseMs = { first: 5_000, longest: 600_000 } as const;

/** Deadline of one token request. It is independent of the callers' deadlines, because callers share the request. */
const requestDeadlineMs = 30_000;

export interface TokenSourceOptions {
  readonly clock: Clock;
  /** Name of the connection. Its tokens are redacted in data from this connection. */
  readonly connection: string;
  /** Requests a token. Never called concurrently. `former` is the previous grant, or null. */
  request(call: CallOptions, former: GrantedToken | null): Promise<GrantedToken>;
  /** The pause that several token sources of one credential share. @default a separate pause */
  readonly credentialPause?: LogInPause;
}

interface HeldToken {
  readonly granted: GrantedToken;
  readonly renewAtMs: number;
  readonly endsAtMs: number;
}

/**
 * Keeps a token in memory until shortly before its end. All callers that need one at the same time share one request.
 * The request outlives the caller that caused it, so one caller's cancellation does not affect the others. While a token is
 * still valid, a failed renewal affects no caller.
 */
export function createTokenSource(options: TokenSourceOptions): TokenSource {
  const { clock, connection } = options;
  /** Release the redaction of the last grant's tokens, and of the grant before: requests may still use those. */
  let hidden: readonly (() => void)[] = [];
  let formerlyHidden: readonly (() => void)[] = [];
  let held: HeldToken | null = null;
  /** The last grant, also after its token was refused: its refresh token may still be valid. */
  let former: GrantedToken | null = null;
  let pending: Promise<string> | undefined;
  const pause = createLogInPause({ clock });
  const { credentialPause = pause } = options;
  /** The last renewed token that was refused as well, and the pause before the next request. */
  let useless: string | null = null;
  let nextUselessMs: number = uselessRenewalPauseMs.first;
  let renewAgainMs = 0;

  async function request(call: CallOptions): Promise<string> {
    credentialPause.check();
    pause.check();
    // The vendor counts from its answer, which is later than this instant: the token is renewed early rather than late.
    const askedMs = clock.monotonicMs();
    const granted = await ask(call).catch((error: unknown): never => {
      const isCredential = CrossvaultError.isInstance(error) && error.code === 'authentication-failed';
      (isCredential ? credentialPause : pause).noteFailure(error);
      throw error;
    });
    credentialPause.noteSuccess();
    pause.noteSuccess();
    hold(granted);
    const lifetimeMs = Math.max(shortestLifetimeSeconds, granted.expiresInSeconds ?? unknownLifetimeSeconds) * 1000;
    const endsAtMs = askedMs + lifetimeMs;
    held = { granted, endsAtMs, renewAtMs: endsAtMs - Math.min(renewalMarginMs, lifetimeMs / 10) };
    former = granted;
    return granted.token;
  }

  /** An invalid refresh token is dropped; the next request sends the credential instead. */
  async function ask(call: CallOptions): Promise<GrantedToken> {
    const granted = await options.request(call, former);
    checkToken(granted.token, connection);
    const { refreshToken = null } = granted;
    return refreshToken === null || tokenFault(refreshToken) === null ? granted : { ...granted, refreshToken: null };
  }

  function hold({ token, refreshToken }: GrantedToken): void {
    const drops = [token, refreshToken ?? ''].map((text) => holdToken(text, connection));
    for (const drop of formerlyHidden) drop();
    formerlyHidden = hidden;
    hidden = drops;
  }

  function share(call: CallOptions): Promise<string> {
    return orAbort(call.signal, () => {
      pending ??= withDeadline(clock, request).finally(() => {
        pending = undefined;
      });
      return pending;
    });
  }

  async function renewEarly(known: HeldToken, call: CallOptions): Promise<string> {
    try {
      return await share(call);
    } catch (error) {
      call.signal.throwIfAborted();
      if (held !== known || clock.monotonicMs() >= known.endsAtMs) throw error;
      held = { ...known, renewAtMs: clock.monotonicMs() + failedRenewalPauseMs };
      return known.granted.token;
    }
  }

  return {
    async get(call) {
      if (held === null || clock.monotonicMs() >= held.endsAtMs) return share(call);
      return clock.monotonicMs() < held.renewAtMs ? held.granted.token : renewEarly(held, call);
    },
    async renew(refused, call) {
      if (held !== null && held.granted.token !== refused) return held.granted.token;
      if (held !== null && clock.monotonicMs() < renewAgainMs) return refused;
      held = null;
      return share(call);
    },
    noteAnswer({ token, accepted, isRenewed }) {
      if (!isRenewed) return;
      if (accepted) {
        renewAgainMs = 0;
        nextUselessMs = uselessRenewalPauseMs.first;
      } else if (token !== useless) {
        useless = token;
        renewAgainMs = clock.monotonicMs() + nextUselessMs;
        nextUselessMs = Math.min(nextUselessMs * 2, uselessRenewalPauseMs.longest);
      }
    },
  };
}

/** Runs with its own deadline, independent of the callers. */
async function withDeadline<T>(clock: Clock, run: (call: CallOptions) => Promise<T>): Promise<T> {
  const message = 'The token endpoint did not answer in time.';
  const deadline = startDeadline(
    clock,
    requestDeadlineMs,
    () => new CrossvaultError({ code: 'source-timeout', message }),
  );
  try {
    return await run(deadline);
  } finally {
    deadline.release();
  }
}

const [shortest, longest] = [8, 65_536];
/** A short text of letters only is a word of a message, not a token. */
const longestWord = 32;

/**
 * Why a text cannot be a token; null when it can.
 *
 * @internal
 */
export function tokenFault(text: string): string | null {
  if (text.length > longest) return `is longer than ${longest} characters`;
  if (!/^[\x21-\x7e]*$/.test(text)) return 'contains characters that no header can carry';
  if (text.length < shortest) return `is shorter than ${shortest} characters`;
  return text.length < longestWord && /^[A-Za-z]*$/.test(text) ? 'is a plain word' : null;
}

/** Throws `answer-unreadable` for a token that no header can carry, or that is a common word and would be redacted in every text. */
function checkToken(token: string, source: string): void {
  const fault = tokenFault(token);
  if (fault === null) return;
  throw new CrossvaultError({
    code: 'answer-unreadable',
    message: `The token endpoint answered with an access token that ${fault}. Check that this is the token endpoint, and that no proxy changes its answers.`,
    source,
  });
}

/** A single refusal may concern one address. This many consecutive refusals mean that the token itself is invalid. */
const refusalsInRow = 3;

export interface FixedTokenOptions {
  readonly clock: Pick<Clock, 'monotonicMs'>;
  /** Name of the connection. */
  readonly connection: string;
}

/** A configured token that cannot be renewed. After consecutive refusals it is not sent for a growing pause. */
export function createFixedToken(token: Secret, { clock, connection }: FixedTokenOptions): TokenSource {
  const pause = createLogInPause({ clock });
  let refused = 0;
  return {
    async get() {
      pause.check();
      return token.reveal();
    },
    noteAnswer({ accepted }) {
      refused = accepted ? 0 : refused + 1;
      if (accepted) pause.noteSuccess();
      else if (refused >= refusalsInRow) pause.noteFailure(tokenRefused(connection));
    },
  };
}

const tokenRefused = (source: string): CrossvaultError =>
  new CrossvaultError({
    code: 'authentication-failed',
    message: `The source refused the token of this connection several times in a row: it has expired, or it is for another source. Replace it.`,
    source,
    upstreamStatus: 401,
  });
