import { hideKnown } from './known-secrets.ts';
import { isJsonObject } from './wire.ts';

const hidden = '[redacted]';

/**
 * Texts that carry secrets, and what replaces them. Order matters: whole headers first, then the tokens that may
 * stand alone.
 */
const patterns: readonly (readonly [RegExp, string])[] = [
  [/\b(Bearer|Basic)\s+[A-Za-z0-9._~+/=-]{4,}/gi, `$1 ${hidden}`],
  [
    /\b(authorization|cookie|set-cookie|x-api-key|x-ms-authorization-auxiliary)(["']?\s*[:=]\s*["']?)[^\r\n"']+/gi,
    `$1$2${hidden}`,
  ],
  [
    /\b((?:access|refresh|id|mfa|sso|updater)_?token|client_?secret|client_?assertion|password|passwd|pwd|secret|api_?key|sas_?key|token|sig|signature)(["']?\s*[:=]\s*["']?)(?!…)[^\s"'&,;}]+/gi,
    `$1$2${hidden}`,
  ],
  // The code of a sign-in; other codes tell what went wrong.
  [/([?&]code=)[^\s"'&]+/gi, `$1${hidden}`],
  [/\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]*)?/g, hidden],
  [/(\bhttps?:\/\/)[^\s/:@]+:[^\s/@]+@/gi, `$1${hidden}@`],
];

/** A text without the secrets of this process, and without those that can be known by their form: authorization, cookies, tokens, passwords, signatures. */
export function redact(text: string): string {
  return patterns.reduce(
    (safe, [pattern, replacement]) => safe.replaceAll(pattern, replacement),
    hideKnown(text, hidden),
  );
}

const secretName = /token|secret|passw|pwd|authorization|cookie|api-?_?key|signature|^sig$|credential/i;

/** Whether what stands under this name is a secret, whatever it looks like. */
export const isSecretName = (name: string): boolean => secretName.test(name);

/** What a vendor answered, without secrets at any depth: every text is redacted, one under the name of a secret hidden. */
export function redactAnswer(value: unknown, name = ''): unknown {
  if (typeof value === 'string') return isSecretName(name) ? hidden : redact(value);
  if (Array.isArray(value)) return value.map((item) => redactAnswer(item, name));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, redactAnswer(inner, key)]));
}
