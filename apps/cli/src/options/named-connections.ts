import { CrossvaultError } from '@crossvault/core';

/** The named connections, each once, or all. Throws `connection-not-found`. */
export function namedConnections(names: readonly string[], known: readonly string[]): readonly string[] {
  const asked = names.length === 0 ? known : [...new Set(names)];
  const stranger = asked.find((name) => !known.includes(name));
  if (stranger === undefined) return asked;
  throw new CrossvaultError({
    code: 'connection-not-found',
    message: `No connection is called "${stranger}". Configured: ${known.join(', ')}.`,
  });
}
