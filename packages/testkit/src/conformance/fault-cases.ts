import type { ErrorCode, SourceWarning } from '@crossvault/core';
import type { Fault } from '../faults/fault.ts';

/** Which requests a fault hits. */
export type FaultPlace =
  /** Whatever is sent first, the token's request where there is one, and once in the middle of a list. */
  | 'anywhere'
  /** Once, at the first page of a list. */
  | 'first page'
  /** Once, at a page that follows another one. */
  | 'later page'
  /** Every page of every list. */
  | 'every page';

/** What a fault does to a reading. */
export type FaultOutcome =
  /** Nothing: the list is the truth. */
  | { readonly becomes: 'whole' }
  /** Every job that was asked for is there, and maybe others: the engine filters again. */
  | { readonly becomes: 'unfiltered' }
  /** All jobs are there, or one of these warnings says that some may not be. */
  | { readonly becomes: 'whole or warned'; readonly warnings: readonly SourceWarning[] }
  /** No list, and one of these errors that names the source. */
  | { readonly becomes: 'refused'; readonly codes: readonly ErrorCode[] };

/** One line a kind of fault: what is done to the vendor, and what has to become of it. */
export interface FaultCase {
  readonly name: string;
  readonly fault: Fault;
  readonly place: FaultPlace;
  readonly outcome: FaultOutcome;
}

const whole = { becomes: 'whole' } as const;
const refused = (...codes: ErrorCode[]) => ({ becomes: 'refused', codes }) as const;
const warned = (...warnings: SourceWarning[]) => ({ becomes: 'whole or warned', warnings }) as const;

const each = (
  place: FaultPlace,
  outcome: FaultOutcome,
  faults: Readonly<Record<string, Fault>>,
): readonly FaultCase[] => Object.entries(faults).map(([name, fault]) => ({ name, fault, place, outcome }));

/** Faults that the connector recovers from without an effect on the result. */
const recovered: readonly FaultCase[] = [
  ...each('anywhere', whole, {
    'an answer that comes late': { kind: 'latency', delayMs: 15_000 },
    'an answer that does not come': { kind: 'hang' },
    'a connection that is cut before the answer': { kind: 'reset-before' },
    'a connection that is cut in the middle of it': { kind: 'reset-body' },
    'JSON that calls itself text': { kind: 'wrong-content-type' },
    'JSON in UTF-16': { kind: 'wrong-charset', charset: 'utf-16le' },
    'JSON in Latin-1': { kind: 'wrong-charset', charset: 'iso-8859-1' },
    'an answer that is compressed': { kind: 'gzip' },
    'status 408': { kind: 'timeout-status' },
    'status 500': { kind: 'status', status: 500 },
    'status 502 from a proxy': { kind: 'status', status: 502, body: 'html' },
    'status 503 without a word': { kind: 'status', status: 503, body: 'none' },
    'status 504': { kind: 'status', status: 504, body: 'html' },
    'status 520': { kind: 'status', status: 520, body: 'html' },
    'a body that drips': { kind: 'slow-drip', pieces: 5, delayMs: 2000 },
    'a failure that calls itself a success': { kind: 'error-envelope' },
    'status 429 with a wait in seconds': { kind: 'throttled', wait: { form: 'seconds', seconds: 20 } },
    'status 429 with a wait until a date': { kind: 'throttled', wait: { form: 'date', seconds: 20 } },
    'status 429 with a wait in its body': { kind: 'throttled', wait: { form: 'body', seconds: 20 } },
    'status 429 without a wait': { kind: 'throttled', wait: { form: 'none', seconds: 1 } },
    'a clock that is ahead': { kind: 'clock-skew', seconds: 3600 },
    'a clock that is behind': { kind: 'clock-skew', seconds: -3600 },
  }),
  ...each('later page', whole, {
    'a token that is not taken any more': { kind: 'unauthorized' },
    'tokens that are all void from one request to the next': { kind: 'rotate-tokens' },
    'a row that was pushed over from the page before': { kind: 'shifted-page' },
  }),
  // Not at a log-in: a credential is not sent again to whatever answered so.
  ...each('first page', whole, {
    'JSON of which only a half comes': { kind: 'truncated-json' },
    'JSON that is none': { kind: 'malformed-json' },
    'a page of HTML instead': { kind: 'html' },
    'rows in the opposite order': { kind: 'broken-order' },
  }),
];

const filters = each('every page', { becomes: 'unfiltered' }, { 'ignored filters': { kind: 'ignored-filter' } });

/** Faults that a connector cannot recover from: it reports them, and ends. */
const reported: readonly FaultCase[] = [
  ...each('every page', warned('list-ended-early'), {
    'ignored offsets': { kind: 'ignored-offset' },
  }),
  ...each('every page', warned('list-ended-early'), {
    'rows that are always in the opposite order': { kind: 'broken-order' },
  }),
  ...each('later page', warned('list-ended-early'), {
    'the page before instead of the next': { kind: 'duplicate-page' },
  }),
  ...each('first page', warned('list-ended-early', 'link-refused'), {
    'a link that leads in a circle': { kind: 'endless-link' },
  }),
  ...each('first page', warned('link-refused'), {
    'a link to another host': { kind: 'foreign-link' },
  }),
  ...each('every page', refused('source-not-found'), { 'status 404': { kind: 'not-found' } }),
  ...each('every page', refused('source-refused'), { 'status 409': { kind: 'conflict' } }),
  ...each('every page', refused('source-refused'), { 'status 400': { kind: 'status', status: 400 } }),
  ...each('every page', refused('permission-denied'), { 'status 403': { kind: 'status', status: 403 } }),
  ...each('every page', refused('authentication-failed'), { 'status 401 for good': { kind: 'unauthorized' } }),
  ...each('every page', refused('source-timeout'), { 'silence for good': { kind: 'hang' } }),
  ...each('every page', refused('source-error'), { 'status 503 for good': { kind: 'status', status: 503 } }),
  ...each('every page', refused('source-unreachable'), { 'a connection that is always cut': { kind: 'reset-before' } }),
  ...each('every page', refused('answer-unreadable'), { 'HTML for good': { kind: 'html' } }),
  ...each('every page', refused('source-error'), { 'a failure in every success': { kind: 'error-envelope' } }),
  ...each('every page', refused('answer-too-large'), { 'an answer of 200 MB': { kind: 'huge' } }),
];

export const faultCases: readonly FaultCase[] = [...recovered, ...filters, ...reported];
