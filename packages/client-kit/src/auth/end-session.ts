import type { ConnectorContext } from '@crossvault/core';
import { CrossvaultError } from '@crossvault/core/errors';
import { startDeadline } from '@crossvault/core/ports';
import type { TokenSource } from './token-source.ts';

/** How long closing may wait for the vendor to take its token back. */
const logOutDeadlineMs = 2_000;

/** Gives the token back to the vendor where it has a way to. Never rejects: a session that is not ended ends by itself. */
export async function endSession(
  tokens: TokenSource,
  { clock, connection }: Pick<ConnectorContext, 'clock' | 'connection'>,
): Promise<void> {
  if (tokens.close === undefined) return;
  const message = 'The source did not take its token back in time.';
  const toReason = () => new CrossvaultError({ code: 'source-timeout', message, source: connection });
  const deadline = startDeadline(clock, logOutDeadlineMs, toReason);
  await tokens.close(deadline).catch(() => undefined);
  deadline.release();
}
