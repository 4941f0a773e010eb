export { holdToken } from '../security/known-secrets.ts';
export { redact, redactAnswer } from '../security/redact.ts';
export { quoteVendor, readUpstreamId } from '../security/vendor-words.ts';
export { CrossvaultError, type ErrorFacts } from './error.ts';
export { type ErrorCode, type ErrorEntry, errorCodes, errorTable } from './error-table.ts';
export { type Problem, problemSchema, toProblem } from './problem.ts';
