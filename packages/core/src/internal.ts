export {
  type CursorState,
  cursorLimitBytes,
  decodeCursor,
  earlierOf,
  encodeCursor,
  type Lag,
  laterOf,
  parseCursor,
  unreadableCursor,
} from './model/cursor.ts';
export { isAskable } from './model/job-record.ts';
export { parseUntil } from './model/parse-until.ts';
export { jobPageLimits, parseSince, parseUserInstant, sinceMeaning, splitAtCommas } from './model/query.ts';
export { sinceMarginMs } from './ports/read-jobs.ts';
export {
  allSecretsVersion,
  hideKnown,
  holdsAnyKnown,
  holdsKnown,
  knownSecretsCost,
  knownSecretsVersion,
} from './security/known-secrets.ts';
export { isSecretName, redactForLog, redactionVersion } from './security/redact.ts';
export { shortestSecret } from './security/secret-forms.ts';
export { parseSpanMs, spanForms } from './values/span.ts';
