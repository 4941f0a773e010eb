import { CrossvaultError, type ErrorCode } from '@crossvault/core';

/** A path in the configuration: keys of mappings, indexes of lists. */
export type KeyPath = readonly (string | number)[];

/** One fault of one key. */
export interface Issue {
  readonly path: KeyPath;
  /** A predicate (`must be …`, `is missing`), or a sentence of a vendor's own. */
  readonly message: string;
  readonly code: Extract<ErrorCode, 'configuration-invalid' | 'secret-missing'>;
}

/** Gives a key's line in the file; the nearest line above for a key that is not there. */
export type LineOf = (path: KeyPath) => number;

/** `connections[1].tls.ca`. */
export function toKeyText(path: KeyPath): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    return text === '' ? step : `${text}.${step}`;
  }, '');
}

/** A line for each issue, in the order of the file: file, line, key, what is wrong. */
export function toIssueLines(issues: readonly Issue[], shown: string, lineOf: LineOf): readonly string[] {
  const lines = issues
    .map((issue) => ({ line: lineOf(issue.path), text: toSentence(issue) }))
    .toSorted((one, other) => one.line - other.line)
    .map(({ line, text }) => `${shown}:${line}: ${text}`);
  return [...new Set(lines)];
}

/** One error for all of these issues. */
export function toFault(issues: readonly Issue[], shown: string, lineOf: LineOf, source?: string): CrossvaultError {
  const [first] = issues;
  return new CrossvaultError({
    code: issues.find((issue) => issue.code !== 'secret-missing')?.code ?? 'secret-missing',
    message: toIssueLines(issues, shown, lineOf).join('\n'),
    source,
    parameter: first === undefined ? undefined : toKeyText(first.path),
  });
}

/** Predicates follow without a colon, since the redaction of errors treats `key: text` as a secret. */
function toSentence({ path, message }: Issue): string {
  const key = toKeyText(path);
  if (key === '') return `the file ${message}`;
  return /^(must|is|has|refers|holds|names) /.test(message) ? `${key} ${message}` : `${key}: ${message}`;
}
