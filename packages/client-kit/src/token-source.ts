import {
  type CallOptions,
  type Clock,
  CrossvaultError,
  holdToken,
  orAbort,
  type Secret,
  startDeadline,
} from '@crossvault/contract';
import { checkToken, tokenFault } from './check-token.ts';

/** Where the bearer token of a connection comes from. */
export interface TokenSource {
  get(call: CallOptions): Promise<string>;
  /** A new token instead of one that the vendor refused; absent when there is no way to get one. */
  renew?(refused: string, call: CallOptions): Promise<string>;
  /** Gives the token back to the vendor where it has a way to. */
  close?(call: CallOptions): Promise<void>;
}

/** What a token endpoint grants. */
export interface GrantedToken {
  readonly token: string;
  /** Null when the vendor does not say. */
  readonly expiresInSeconds: number | null;
  /** What the next token can be had for instead of the credential; absent where the vendor gives nothing of the kind. */
  readonly refreshToken?: string | null;
}

/** A token that was got elsewhere and cannot be renewed. */
export function createFixedToken(token: Secret): TokenSource {
  return { get: async () => token.reveal() };
}

/** Renewed this long before its end, so that no request is under way when it ends. */
const renewalMarginMs = 60_000;
/** After a renewal that failed the token that is still valid is used this long before the next try. */
const failedRenewalPauseMs = 10_000;
/** Kept this long when the vendor does not say how long it lives. */
const unknownLifetimeSeconds = 600;

/** How long one request for a token may take. It is not the callers' deadline: they share the request. */
const requestDeadlineMs = 30_000;

export interface TokenSourceOptions {
  readonly clock: Clock;
  /** Name of the connection: its tokens are taken out of what comes from it. */
  readonly connection: string;
  /** Asks the vendor. Called once at a time, however many callers wait. `former` is what was granted before, or null. */
  request(call: CallOptions, former: GrantedToken | null): Promise<GrantedToken>;
}

interface HeldToken {
  readonly granted: GrantedToken;
  readonly renewAtMs: number;
  readonly endsAtMs: number;
}

/**
 * Keeps a token in memory until shortly before its end. All callers that need one at the same time share one request.
 * The request outlives the caller that caused it, so one caller's giving up costs no other its token. While a token is
 * still valid, a renewal that fails costs nobody anything.
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

  async function request(call: CallOptions): Promise<string> {
    const granted = await ask(call);
    hold(granted);
    const lifetimeMs = (granted.expiresInSeconds ?? unknownLifetimeSeconds) * 1000;
    const endsAtMs = clock.now() + lifetimeMs;
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
      if (held !== known || clock.now() >= known.endsAtMs) throw error;
      held = { ...known, renewAtMs: clock.now() + failedRenewalPauseMs };
      return known.granted.token;
    }
  }

  return {
    async get(call) {
      if (held === null || clock.now() >= held.endsAtMs) return share(call);
      return clock.now() < held.renewAtMs ? held.granted.token : renewEarly(held, call);
    },
    async renew(refused, call) {
      if (held !== null && held.granted.token !== refused) return held.granted.token;
      held = null;
      return share(call);
    },
  };
}

/** Runs with a deadline of its own, whoever waits for it. */
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
