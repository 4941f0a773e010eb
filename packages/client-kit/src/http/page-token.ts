import { CrossvaultError } from '@crossvault/core';

/** What a page token holds, by its schema. Throws `invalid-cursor` for a token that was made for something else than `list`. */
export function parseToken<T>(
  token: string,
  schema: { parse(value: unknown): T },
  list: string,
  connection: string,
): T {
  try {
    return schema.parse(JSON.parse(token));
  } catch (cause) {
    throw new CrossvaultError({
      code: 'invalid-cursor',
      message: `This page token does not belong to a list of ${list}.`,
      source: connection,
      cause,
    });
  }
}
