import { replaceRanges } from './known-secrets.ts';
import type { TextRange } from './secret-index.ts';

/** What may stand between a name and its value, also where quotes are escaped. Bounded, so that no pattern walks back far. */
const between = String.raw`(\\{0,4}["']?\s{0,8}[:=]\s{0,8}\\{0,4}["']?)`;

const names = [
  '(?:access|refresh|id|mfa|sso|updater)_?token',
  'client_?secret',
  'client_?assertion',
  'password',
  'passwd',
  'pwd',
  'secret',
  'api_?key',
  'account_?key',
  'shared_?access_?(?:key|signature)',
  'sas_?key',
  'token',
  'sig',
  'signature',
].join('|');

/** Whether any of the patterns can be there: most texts are names and ids, and cost this one look. */
const hint = /[:=]|eyJ|cv_|bearer|basic/i;

/**
 * Texts that carry secrets, and what replaces them. Order matters: whole headers first, then the tokens that may stand
 * alone. None repeats a part that another part of it could take as well, so none costs more than one walk through the text.
 */
const patterns: readonly (readonly [RegExp, string])[] = [
  [/\b(Bearer|Basic)(?:\s{1,8}|%20|\+)[A-Za-z0-9._~+/=%-]{4,}/gi, '$1 '],
  [
    new RegExp(
      String.raw`\b(authorization|cookie|set-cookie|x-api-key|x-ms-authorization-auxiliary)${between}[^\r\n"']+`,
      'gi',
    ),
    '$1$2',
  ],
  [new RegExp(String.raw`\b(${names})${between}(?!…)[^\s"'&,;}]+`, 'gi'), '$1$2'],
  // The code of a sign-in; other codes name errors.
  [/([?&]code=)[^\s"'&]+/gi, '$1'],
  // Keys of our own API.
  [/\bcv_[A-Za-z0-9_-]{16,}/g, ''],
  [/(\b[a-z][a-z0-9+.-]{0,19}:\/\/)[^\s/:@]+:[^\s/"'<>]+@/gi, '$1'],
];
const afterwards = ['', '', '', '', '', '@'] as const;

/** The text without what is known for a secret by its form or by the name in front of it. */
export function hidePatterns(text: string, hidden: string): string {
  if (!hint.test(text)) return text;
  const safe = patterns.reduce(
    (left, [pattern, before], index) => left.replaceAll(pattern, `${before}${hidden}${afterwards[index] ?? ''}`),
    text,
  );
  const { ranges } = findTokens(safe);
  return ranges.length === 0 ? safe : replaceRanges(safe, ranges, hidden);
}

const isWord = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95;
const isTokenCharacter = (code: number): boolean => isWord(code) || code === 45;

const [dot, shortestPart] = [46, 11];

/**
 * Where JSON Web Tokens stand: `eyJ…`, a dot, and one or two more parts. Walks each run of characters once, whether or not it
 * turns out to be a token; `steps` says how many characters were walked.
 */
export function findTokens(text: string): { readonly ranges: readonly TextRange[]; readonly steps: number } {
  const ranges: TextRange[] = [];
  let steps = 0;
  for (let start = text.indexOf('eyJ'); start !== -1; ) {
    const isWithinWord = start > 0 && isWord(text.charCodeAt(start - 1));
    const { end, isToken } = isWithinWord ? { end: start + 3, isToken: false } : readToken(text, start);
    if (isToken) ranges.push({ start, end });
    steps += end - start;
    start = text.indexOf('eyJ', end);
  }
  return { ranges, steps };
}

/** Reads on from `eyJ`: to the end of the token, or of the part that shows that it is none. */
function readToken(text: string, start: number): { readonly end: number; readonly isToken: boolean } {
  const head = endOfPart(text, start);
  if (head - start < shortestPart || text.charCodeAt(head) !== dot) return { end: head, isToken: false };
  const body = endOfPart(text, head + 1);
  if (body === head + 1) return { end: head, isToken: false };
  return { end: text.charCodeAt(body) === dot ? endOfPart(text, body + 1) : body, isToken: true };
}

function endOfPart(text: string, from: number): number {
  let at = from;
  while (at < text.length && isTokenCharacter(text.charCodeAt(at))) at += 1;
  return at;
}
