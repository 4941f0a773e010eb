import {
  type CallOptions,
  type Clock,
  CrossvaultError,
  orAbort,
  type Secret,
  startDeadline,
} from '@crossvault/contract';

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
}

/** A token that was got elsewhere and cannot be renewed. */
export function createFixedToken(token: Secret): TokenSource {
  return { get: async () => token.reveal() };
}

/** Renewed this long before its end, so that no request is under way when it ends. */
const renewalMarginMs = 60_000;
/** Kept this long when the vendor does not say how long it lives. */
const unknownLifetimeSeconds = 600;

/** How long one request for a token may take. It is not the callers' deadline: they share the request. */
const requestDeadlineMs = 30_000;

export interface TokenSourceOptions {
  readonly clock: Clock;
  /** Asks the vendor. Called once at a time, however many callers wait. */
  request(call: CallOptions): Promise<GrantedToken>;
}

/**
 * Keeps a token in memory until shortly before its end. All callers that need one at the same time share one request.
 * The request outlives the caller that caused it, so one caller's giving up costs no other its token.
 */
export function createTokenSource(options: TokenSourceOptions): TokenSource {
  let held: { readonly token: string; readonly renewAt: number } | undefined;
  let pending: Promise<string> | undefined;

  async function request(call: CallOptions): Promise<string> {
    const granted = await options.request(call);
    const lifetimeMs = (granted.expiresInSeconds ?? unknownLifetimeSeconds) * 1000;
    const margin = Math.min(renewalMarginMs, lifetimeMs / 10);
    held = { token: granted.token, renewAt: options.clock.now() + lifetimeMs - margin };
    return granted.token;
  }

  function share(call: CallOptions): Promise<string> {
    return orAbort(call.signal, () => {
      pending ??= withDeadline(options.clock, request).finally(() => {
        pending = undefined;
      });
      return pending;
    });
  }

  return {
    get: (call) =>
      held !== undefined && options.clock.now() < held.renewAt ? Promise.resolve(held.token) : share(call),
    renew(refused, call) {
      if (held?.token !== refused && held !== undefined) return Promise.resolve(held.token);
      held = undefined;
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
