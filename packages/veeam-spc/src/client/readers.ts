import { readErrorText, type VendorClientOptions } from '@crossvault/client-kit';
import type { ConnectorContext } from '@crossvault/core';
import { readStatus, readWait } from './problem.ts';

/** How both versions' answers are read. */
export function toReaders({ clock }: ConnectorContext) {
  return {
    readProblem: readErrorText,
    readStatus,
    readWait: (response, body) => readWait(response, body, clock.now()),
  } satisfies Partial<VendorClientOptions>;
}
