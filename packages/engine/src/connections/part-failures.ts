import { CrossvaultError, joinSentences } from '@crossvault/core';

/** A list of a connection that failed: a vault, a region, a location. */
export interface PartFailure {
  /** Key of the list. */
  readonly list: string;
  readonly failure: CrossvaultError;
}

/** More than these are counted and not named: a problem is read by people. */
const mostNamed = 5;

/**
 * What went wrong at a connection of several lists, each failed one named: with ten vaults "the source answered 503" says
 * nothing. The code and all else are those of the first. Null where nothing failed.
 */
export function joinFailures(failures: readonly PartFailure[], lists: number): CrossvaultError | null {
  const [first] = failures;
  if (first === undefined) return null;
  if (lists < 2) return first.failure;
  const named = failures
    .slice(0, mostNamed)
    .map(({ list, failure }) => `${list === '' ? 'default' : list}: ${failure.message}`);
  const others = failures.length - named.length;
  const more = others === 0 ? null : `And ${others} more.`;
  return new CrossvaultError({
    ...first.failure,
    code: first.failure.code,
    message: joinSentences(`${failures.length} of ${lists} lists could not be read.`, ...named, more),
    cause: first.failure,
  });
}
