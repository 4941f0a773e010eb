import type { Logger } from '@crossvault/core';
import type { Listing } from '../listing/listing.ts';

type Report = Listing['sources'][number];

/** What a warning is about: while it stays the same there is nothing new to say. */
const stateOf = ({ status, problem, warnings }: Report): string =>
  JSON.stringify(problem === null ? warnings : [status, problem.code]);

const well = JSON.stringify([]);

/**
 * Logs how sources stand, once for each change: a source that is stale for an hour is one warning, however many requests
 * find it so.
 */
export function createTroubleLog(logger: Logger): (listing: Pick<Listing, 'sources'>) => void {
  const reported = new Map<string, string>();

  function write({ connection, status, problem, warnings }: Report): void {
    if (problem !== null) logger.warn({ connection, status, code: problem.code }, problem.detail);
    else if (warnings.length > 0) logger.warn({ connection, warnings }, 'The source does not behave as documented.');
    else logger.info({ connection, status }, 'The source is well again.');
  }

  return ({ sources }) => {
    for (const report of sources) {
      const state = stateOf(report);
      const before = reported.get(report.connection) ?? well;
      reported.set(report.connection, state);
      if (state !== before) write(report);
    }
  };
}
