import { redact } from './redact.ts';

/** GUIDs, trace ids such as `0HMVD:00000001`, ids with the name of a region in front. */
const idPattern = /^[A-Za-z0-9][A-Za-z0-9._:{}-]{0,127}$/;

/**
 * The vendor's id of a request, as a header or an answer gives it. A vendor can write anything there, our own token included:
 * undefined for what does not look like an id, and for what holds a secret.
 */
export function readUpstreamId(text: string | null | undefined, source?: string): string | undefined {
  const id = text?.trim();
  return id !== undefined && idPattern.test(id) && redact(id, source) === id ? id : undefined;
}

const usualMost = 200;

/**
 * Words of a vendor's within a sentence of ours: an address, a version, a name. On one line, without secrets, and only then
 * cut: what is left of a secret behind a cut is a secret that no pattern recognizes.
 */
export function quoteVendor(text: string, source?: string, mostCharacters = usualMost): string {
  const line = redact(text, source)
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return line.length > mostCharacters ? `${line.slice(0, mostCharacters).toWellFormed()}…` : line;
}
