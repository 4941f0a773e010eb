import { CrossvaultError } from '@crossvault/core';

const [shortest, longest] = [8, 65_536];
/** A word without a digit or a sign is the vendor's language and no token, unless it is longer than any word. */
const longestWord = 32;

/** Why a text cannot be a token; null when it can. */
export function tokenFault(text: string): string | null {
  if (text.length > longest) return `is longer than ${longest} characters`;
  if (!/^[\x21-\x7e]*$/.test(text)) return 'holds characters that no header can carry';
  if (text.length < shortest) return `is shorter than ${shortest} characters`;
  return text.length < longestWord && /^[A-Za-z]*$/.test(text) ? 'is a plain word' : null;
}

/** Throws `answer-unreadable` for a token that no request could be sent with, or that is found in every other text. */
export function checkToken(token: string, source: string): void {
  const fault = tokenFault(token);
  if (fault === null) return;
  throw new CrossvaultError({
    code: 'answer-unreadable',
    message: `The token endpoint answered with an access token that ${fault}. Is this the token endpoint, and does nothing between us change its answers?`,
    source,
  });
}
