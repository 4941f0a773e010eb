import { isJsonObject } from '../wire/wire.ts';
import { everySource, hideKnown, type SecretsOf } from './known-secrets.ts';
import { hidePatterns } from './secret-patterns.ts';

/**
 * Rises whenever redaction learns to find more: jobs that were stored under an earlier one are mapped and redacted again
 * (see `jobTextVersion`), and what is stored beside them is rewritten by the engine's upkeep.
 */
export const redactionVersion = 3;

const hidden = '[redacted]';

/** How much of one text is kept. The rest is cut off, with a mark that says so. */
const longestText = 32_768;
/** So much more is searched and then left out, so that the cut goes through no secret that is not found. */
const beyondCut = 2048;
/** A text with the mark is not cut again. */
const longestMark = 128;

/**
 * A text without the configured secrets, without those of the connection that it came from, and without those that can be known
 * by their form: authorization, cookies, tokens, passwords, signatures, keys of our API. Costs one walk through at most
 * `longestText` characters, whatever the text is.
 */
export function redact(text: string, source?: string): string {
  return redactOf(text, source);
}

function redactOf(text: string, source: SecretsOf): string {
  if (text.length <= longestText + longestMark) return hide(text, source);
  const safe = hide(text.slice(0, longestText + beyondCut), source);
  const kept = safe.slice(0, Math.min(longestText, Math.max(0, safe.length - beyondCut)));
  return `${kept.toWellFormed()}… [cut: the first ${longestText} of ${text.length} characters]`;
}

const hide = (text: string, source: SecretsOf): string => hidePatterns(hideKnown(text, hidden, source), hidden);

/** For logs: whatever connection a secret belongs to, it is taken out. */
export const redactForLog = (text: string): string => redactOf(text, everySource);

const secretName = /token|secret|passw|pwd|authorization|cookie|api-?_?key|signature|^sig$|credential/i;

/** Whether what stands under this name is a secret, whatever it looks like. Of a long name the beginning counts. */
export const isSecretName = (name: string): boolean => secretName.test(name.slice(0, 256));

/** What a vendor answered, without secrets at any depth: every text and every name is redacted, a text under the name of a secret hidden. */
export function redactAnswer(value: unknown, source?: string, name = ''): unknown {
  if (typeof value === 'string') return isSecretName(name) ? hidden : redact(value, source);
  if (Array.isArray(value)) return value.map((item) => redactAnswer(item, source, name));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [redact(key, source), redactAnswer(inner, source, key)]),
  );
}
