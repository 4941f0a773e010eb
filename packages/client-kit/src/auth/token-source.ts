import {
  type CallOptions,
  type Clock,
  CrossvaultError,
  holdToken,
  orAbort,
  type Secret,
  startDeadline,
} from '@crossvault/core';
import { createLogInPause, type LogInPause } from './log-in-pause.ts';

/** Where the bearer token of a connection comes from. */
export interface TokenSource {
  get(call: CallOptions): Promise<string>;
  /** A new token instead of one that the vendor refused, or that one again while a pause lasts; absent when there is no way to get one. */
  renew?(refused: string, call: CallOptions): Promise<string>;
  /** What became of a request with a token. Absent where nothing is learned from it. */
  noteAnswer?(answer: TokenAnswer): void;
  /** Gives the token back to the vendor where it has a way to. */
  close?(call: CallOptions): Promise<void>;
}

/** How the vendor took a token. */
export interface TokenAnswer {
  readonly token: string;
  /** False where the vendor answered 401. */
  readonly accepted: boolean;
  /** Whether it is the token that this very request got because the one before was refused. */
  readonly isRenewed: boolean;
}

/** What a token endpoint grants. */
export interface GrantedToken {
  readonly token: string;
  /** Null when the vendor does not say. */
  readonly expiresInSeconds: number | null;
  /** What the next token can be had for instead of the credential; absent where the vendor gives nothing of the kind. */
  readonly refreshToken?: string | null;
}

/** Renewed this long before its end, so that no request is under way when it ends. */
const renewalMarginMs = 60_000;
/** After a renewal that failed the token that is still valid is used this long before the next try. */
const failedRenewalPauseMs = 10_000;
/** Kept this long when the vendor does not say how long it lives. */
const unknownLifetimeSeconds = 600;
/** Kept at least this long, whatever the vendor says: a token that "has ended already" must not cost a log-in a request. */
const shortestLifetimeSeconds = 30;
/** How long no new token is asked for after one that the vendor refused as well; it doubles up to the longest. */
const uselessRenewalPauseMs = { first: 5_000, longest: 600_000 } as const;

/** How long one request for a token may take. It is not the callers' deadline: they share the request. */
const requestDeadlineMs = 30_000;

export interface TokenSourceOptions {
  readonly clock: Clock;
  /** Name of the connection: its tokens are taken out of what comes from it. */
  readonly connection: string;
  /** Asks the vendor. Called once at a time, however many callers wait. `former` is what was granted before, or null. */
  request(call: CallOptions, former: GrantedToken | null): Promise<GrantedToken>;
  /** Where one credential has several token sources: what all of them learn of it. @default one of its own */
  readonly credentialPause?: LogInPause;
}

interface HeldToken {
  readonly granted: GrantedToken;
  readonly renewAtMs: number;
  readonly endsAtMs: number;
}

/**
 * Keeps a token in memory until shortly before its end. All callers that need one at the same time share one request.
 * The request outlives the caller that caused it, so one caller's giving up costs no other its token. While a token is
 * still valid, a failed renewal affects no caller.
 */
export function createTokenSource(options: TokenSourceOptions): TokenSource {
  const { clock, connection } = options;
  /** Hide the tokens of the last grant, and of the one before: requests may still be under way with those. */
  let hidden: readonly (() => void)[] = [];
  let formerlyHidden: readonly (() => void)[] = [];
  let held: HeldToken | null = null;
  /** The last grant, also after its token was refused: its refresh token may still be good. */
  let former: GrantedToken | null = null;
  let pending: Promise<string> | undefined;
  const pause = createLogInPause({ clock });
  const { credentialPause = pause } = options;
  /** The last renewed token that was refused as well, and since then how long no other is asked for. */
  let useless: string | null = null;
  let nextUselessMs: number = uselessRenewalPauseMs.first;
  let renewAgainMs = 0;

  async function request(call: CallOptions): Promise<string> {
    credentialPause.check();
    pause.check();
    // The vendor counts from its answer, which comes later than this: the token ends early rather than late.
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

  /** A refresh token that cannot be one is not kept: the credential is given again instead. */
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

/** Runs with its own deadline, independent of the waiting callers. */
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
/** A word without a digit or a sign is the vendor's language and no token, unless it is longer than any word. */
const longestWord = 32;

/**
 * Why a text cannot be a token; null when it can.
 *
 * @internal
 */
export function tokenFault(text: string): string | null {
  if (text.length > longest) return `is longer than ${longest} characters`;
  if (!/^[\x21-\x7e]*$/.test(text)) return 'holds characters that no header can carry';
  if (text.length < shortest) return `is shorter than ${shortest} characters`;
  return text.length < longestWord && /^[A-Za-z]*$/.test(text) ? 'is a plain word' : null;
}

/** Throws `answer-unreadable` for a token that no request could be sent with, or that is found in every other text. */
function checkToken(token: string, source: string): void {
  const fault = tokenFault(token);
  if (fault === null) return;
  throw new CrossvaultError({
    code: 'answer-unreadable',
    message: `The token endpoint answered with an access token that ${fault}. Is this the token endpoint, and does nothing between us change its answers?`,
    source,
  });
}

/** One refusal may be the matter of one address. So many in a row, with no success between them, are the token's. */
const refusalsInRow = 3;

export interface FixedTokenOptions {
  readonly clock: Pick<Clock, 'monotonicMs'>;
  /** Name of the connection. */
  readonly connection: string;
}

/** A token that was got elsewhere and cannot be renewed. After some refusals in a row it rests for a growing pause. */
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
    message: `The source refused the token of this connection several times in a row: it has ended, or it is not for this source. Replace it.`,
    source,
    upstreamStatus: 401,
  });
