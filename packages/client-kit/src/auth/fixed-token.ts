import { type Clock, CrossvaultError, type Secret } from '@crossvault/core';
import { createLogInPause } from './log-in-pause.ts';
import type { TokenSource } from './token-source.ts';

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
