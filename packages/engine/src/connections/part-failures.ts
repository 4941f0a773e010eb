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
 * nothing. What several lists say is written once. The code and all else are those of the first. Null where nothing failed.
 */
export function joinFailures(failures: readonly PartFailure[], lists: number): CrossvaultError | null {
  const [first] = failures;
  if (first === undefined) return null;
  if (lists < 2) return first.failure;
  const { said, shared } = describeFailures(failures);
  return new CrossvaultError({
    ...first.failure,
    code: first.failure.code,
    message: joinSentences(`${failures.length} of ${lists} lists could not be read.`, ...said, ...shared),
    cause: first.failure,
  });
}

/** The failed lists with their messages, and the sentences with which all of these messages end. */
function describeFailures(failures: readonly PartFailure[]) {
  const groups = Map.groupBy(failures, ({ failure }) => failure.message);
  const described: { readonly names: string; readonly sentences: string[] }[] = [];
  let [room, others] = [mostNamed, failures.length];
  for (const [message, group] of groups) {
    const named = group.slice(0, room).map(({ list }) => (list === '' ? 'default' : list));
    if (named.length === 0) break;
    const more = group.length - named.length;
    described.push({
      names: more === 0 ? named.join(', ') : `${named.join(', ')} and ${more} more`,
      sentences: message.split(betweenSentences),
    });
    room -= named.length;
    others -= group.length;
  }
  const shared = takeSharedEnd(described.map(({ sentences }) => sentences));
  const said = described.map(({ names, sentences }) => `${names}: ${sentences.join(' ')}`);
  return { said: others === 0 ? said : [...said, `And ${others} more.`], shared };
}

const betweenSentences = /(?<=[.!?…]) /;

/** Takes the sentences with which all of several texts end out of them; each text keeps its first sentence. */
function takeSharedEnd(texts: readonly string[][]): readonly string[] {
  const shared: string[] = [];
  if (texts.length < 2) return shared;
  for (;;) {
    const last = texts[0]?.at(-1) ?? '';
    if (!texts.every((text) => text.length > 1 && text.at(-1) === last)) return shared;
    for (const text of texts) text.pop();
    shared.unshift(last);
  }
}
