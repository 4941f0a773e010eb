import type { Subject } from './subject.ts';

const core = (file: string, name: string, more: Partial<Subject> = {}): Subject => ({
  file: `packages/core/src/${file}.ts`,
  name,
  ...more,
});
const kit = (file: string, name: string, more: Partial<Subject> = {}): Subject => ({
  file: `packages/client-kit/src/${file}.ts`,
  name,
  ...more,
});
const by =
  (...rest: readonly unknown[]) =>
  (text: string): readonly unknown[] => [text, ...rest];

const now = Date.parse('2026-01-01T00:00:00Z');
const base = 'https://vendor.example/api';
const acceptAll = { parse: (value: unknown): unknown => value };
const limits = { bytes: 2 ** 25, depth: 100 };
const answerOf = (name: string, text: string): Response =>
  Object.assign(new Response(), { headers: { get: (asked: string) => (asked === name ? text : null) } });
const asked = { baseUrl: base, context: { connection: 'c' }, readProblem: (body: unknown) => String(body) };

/** Values of fields, words and searches; ids, cursors and page tokens; redaction. */
const values: readonly Subject[] = [
  core('values/duration', 'parseDuration', { toArguments: by('timespan-or-iso'), frame: ['PT', 'S'] }),
  core('values/duration', 'parseDuration', { toArguments: by('decimal-hours') }),
  core('values/instant', 'parseInstant', { frame: ['2026-01-01T00:00:00.', 'Z'] }),
  core('values/size', 'parseSize', { frame: ['1', ' GB'] }),
  core('values/span', 'parseSpanMs', { frame: ['1', 'd'] }),
  core('model/query', 'parseSince', { toArguments: by(now) }),
  core('model/query', 'parseUserInstant', { toArguments: by('since'), frame: ['2026-01-01T00:00:00', 'Z'] }),
  core('mapping/reading', 'readCount', { frame: ['1', ' '] }),
  core('values/words', 'foldWord'),
  core('model/search-words', 'toWords'),
  core('model/search-words', 'toSearchedWords'),
  core('model/search-words', 'encodeWord'),
  core('model/query', 'splitAtCommas', { parts: ['\\,'] }),
  core('model/cursor', 'decodeCursor'),
  core('model/cursor', 'decodeFeedPosition', { toArguments: by('after'), frame: ['1-', ''] }),
  core('model/job-record', 'parseJobId', { parts: ['WyJh'] }),
  core('values/address', 'withoutEndSlashes', { frame: ['/', 'x'] }),
  core('values/address', 'isLoopbackHost', { frame: ['[', ']'] }),
  core('security/vendor-words', 'readUpstreamId'),
  core('security/vendor-words', 'quoteVendor'),
  core('security/redact', 'redact', { frame: ['https://h/?', '@'] }),
  core('security/redact', 'redactForLog'),
  core('security/redact', 'isSecretName'),
  core('security/known-secrets', 'hideKnown', { toArguments: by('[redacted]') }),
  core('security/secret-patterns', 'hidePatterns', { toArguments: by('[redacted]'), frame: ['token: ', '@'] }),
  core('security/secret-forms', 'formsOfSecret'),
  core('values/decoded-text', 'decodeLayer'),
  { file: 'packages/engine/src/inventory/inventory-cursor.ts', name: 'readLedgerCursor', toArguments: by(true) },
  {
    file: 'packages/engine/src/connections/redact-records.ts',
    name: 'redactTexts',
    toArguments: (text) => [{ [text]: text }, 'c'],
  },
  { file: 'packages/store/src/jobs/words.ts', name: 'toLexemes' },
  { file: 'packages/store/src/postgres/postgres-address.ts', name: 'faultOfAddress', frame: ['postgres://', '/db'] },
  {
    file: 'packages/store/src/postgres/postgres-faults.ts',
    name: 'toPostgresFault',
    toArguments: (text) => [new Error(text), 'place'],
    frame: ['The server', '\n'],
  },
];

/** What is read of vendors' answers. */
const answers: readonly Subject[] = [
  kit('http/link', 'checkLink', { toArguments: by(base, 'c', () => true), frame: [`${base}/`, '?x'] }),
  kit('http/link', 'parseToken', { toArguments: by(acceptAll, 'jobs', 'c'), frame: ['[', ']'] }),
  kit('http/link', 'isPathSegment'),
  kit('resilience/retry', 'readRetryAfter', {
    toArguments: (text) => [answerOf('retry-after', text), now],
    frame: ['1.', 's'],
  }),
  kit('http/failure', 'toStatusError', {
    toArguments: (text) => [
      new Response(null, { status: 500 }),
      text,
      asked,
      { requestIdHeader: null, readWait: () => null },
    ],
  }),
  kit('auth/token-source', 'tokenFault'),
  kit('http/answer', 'parseBody', { toArguments: by(limits, base), frame: ['["', '"]'] }),
  kit('proxy/proxy-choice', 'createProxyChoice', {
    toArguments: (text) => [{ https: null, http: null, except: [text], loopback: true }],
    frame: [':', ':x'],
  }),
  {
    file: 'packages/avepoint/src/connector/next-link.ts',
    name: 'readNextLink',
    toArguments: by(base),
    frame: [base, '?a'],
  },
  {
    file: 'packages/avepoint/src/client/pem-blocks.ts',
    name: 'readPemBlocks',
    frame: ['-----BEGIN A-----', '-----END B-----'],
  },
  {
    file: 'packages/avepoint/src/client/envelope.ts',
    name: 'readEnvelope',
    toArguments: (text) => [{ message: text, requestId: text }],
  },
  { file: 'packages/avepoint/src/connector/position.ts', name: 'parsePageToken', toArguments: by('c') },
  {
    file: 'packages/azure-backup/src/connector/recent-jobs.ts',
    name: 'isCalled',
    toArguments: by('db', 'host'),
    frame: ['a/', ' [host]'],
  },
  {
    file: 'packages/azure-backup/src/connector/protection-source.ts',
    name: 'parseSource',
    toArguments: by('c'),
    frame: ['/subscriptions/a/resourceGroups/', '/providers'],
  },
  { file: 'packages/azure-backup/src/mapping/key.ts', name: 'parseListKey', frame: ['region/', '/a'] },
  { file: 'packages/azure-backup/src/mapping/map-kind.ts', name: 'readKind' },
  {
    file: 'packages/azure-backup/src/mapping/map-kind.ts',
    name: 'readCategory',
    toArguments: (text) => [text, text],
    parts: ['un', 'undelete'],
  },
  { file: 'packages/azure-backup/src/connector/position.ts', name: 'parsePageToken', toArguments: by('c') },
  {
    file: 'packages/azure-backup/src/client/sign-in-error.ts',
    name: 'toSignInError',
    toArguments: (text) => [
      new Error(text),
      {
        credential: { type: 'cli' },
        failure: null,
        refusal: null,
        source: 'c',
        call: { signal: new AbortController().signal },
      },
    ],
    parts: ['certificate ', ' Trace I'],
  },
  {
    file: 'packages/veeam-azure/src/connector/position.ts',
    name: 'parsePageToken',
    toArguments: by('c'),
    frame: ['1/1/1/', ''],
  },
  {
    file: 'packages/veeam-azure/src/client/problem.ts',
    name: 'readProblem',
    toArguments: (text) => [{ detail: text, sessionId: text }],
  },
  kit('http/failure', 'readErrorText', { toArguments: (text) => [{ message: `a${text}b`, code: text }] }),
  core('values/sentences', 'toSentence', { frame: ['a', 'b'] }),
  {
    file: 'packages/veeam-spc/src/client/async-action.ts',
    name: 'readActionId',
    frame: ['/asyncActions/', '!'],
    parts: ['/asyncAction', '/asyncActions/a'],
  },
  { file: 'packages/veeam-spc/src/mapping/key.ts', name: 'readId' },
];

/** Parts that together are one character of a terminal, however many of them there are. */
const graphemes = ['\u{1f469}\u200d', '\u0301', '\u0600', '\u094d\u200d', '\u{1f1e6}', '\ufe0f', '\u1100', '\u200b'];

/** What callers send, what reaches a terminal or a file, and what a configuration refers to. */
const callers: readonly Subject[] = [
  { file: 'apps/api/src/http/entity-tag.ts', name: 'namesEntityTag', toArguments: by('"tag"'), parts: ['W/"', '"a'] },
  {
    file: 'apps/api/src/http/freshness.ts',
    name: 'wantsFresh',
    toArguments: (text) => [{ 'cache-control': text }],
    parts: ['no-cache'],
  },
  {
    file: 'apps/api/src/http/freshness.ts',
    name: 'readWaitSeconds',
    toArguments: (text) => [{ prefer: text }],
    frame: ['wait=', '"'],
    parts: ['wait', ',wait '],
  },
  { file: 'apps/api/src/http/written-parameters.ts', name: 'parseQuery', frame: ['/v1/jobs?', ''], parts: ['a=b&'] },
  { file: 'apps/cli/src/output/plain-text.ts', name: 'toPlainLine' },
  { file: 'apps/cli/src/output/plain-text.ts', name: 'toPlainLines' },
  { file: 'apps/cli/src/output/plain-text.ts', name: 'escapeSteering' },
  { file: 'apps/cli/src/output/text-width.ts', name: 'textWidth', parts: graphemes },
  { file: 'apps/cli/src/output/text-width.ts', name: 'clipText', toArguments: by(80), parts: graphemes },
  {
    file: 'apps/cli/src/output/grid.ts',
    name: 'renderGrid',
    toArguments: (text) => [[{ title: 'A', least: 4 }], [[text]], 80],
  },
  {
    file: 'apps/cli/src/output/jobs-csv.ts',
    name: 'toCsv',
    toArguments: (text) => [[{ id: text, errors: [], anomalies: [], nativeId: text }]],
  },
  {
    file: 'packages/runtime/src/configuration/quote-references.ts',
    name: 'quoteReferences',
    frame: ['a: {b: ${', '}}'],
  },
  {
    file: 'packages/runtime/src/configuration/references.ts',
    name: 'resolveReferences',
    toArguments: by(['key'], { environment: {}, folder: '/nowhere' }),
    frame: ['${', '}'],
  },
  { file: 'packages/runtime/src/configuration/invisible-characters.ts', name: 'withoutEdgeNewlines' },
  { file: 'packages/runtime/src/configuration/invisible-characters.ts', name: 'describeInvisibleEdges' },
];

export const subjects: readonly Subject[] = [...values, ...answers, ...callers];
