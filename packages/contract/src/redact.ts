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
    /\b((?:access|refresh|id|mfa|sso|updater)_?token|client_?secret|client_?assertion|password|passwd|pwd|secret|api_?key|sas_?key|token|sig|signature|code)(["']?\s*[:=]\s*["']?)(?!…)[^\s"'&,;}]+/gi,
    `$1$2${hidden}`,
  ],
  [/\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]*)?/g, hidden],
  [/(\bhttps?:\/\/)[^\s/:@]+:[^\s/@]+@/gi, `$1${hidden}@`],
];

/** A text without the secrets that can be known by their form: authorization, cookies, tokens, passwords, signatures. */
export function redact(text: string): string {
  return patterns.reduce((safe, [pattern, replacement]) => safe.replaceAll(pattern, replacement), text);
}
