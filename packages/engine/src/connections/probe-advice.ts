import type { ErrorCode } from '@crossvault/core';

const tryLater = 'It may pass by itself: try again. If it stays, look at the source, and at the request id in the log.';

/** What to do about a failed step whose maker says nothing of its own. */
const advice: Partial<Readonly<Record<ErrorCode, string>>> = {
  'configuration-invalid': 'Mend the line that is named; "crossvault config validate" checks the whole file.',
  'secret-missing': 'Set the variable, or write the file, that the named key refers to.',
  'authentication-failed': 'Check credential: the account, its secret, and that it has neither ended nor been locked.',
  'permission-denied': 'Give the account of credential the right to read jobs at the source.',
  'source-not-found': 'Check baseUrl, apiVersion and the names that the configuration gives at the source.',
  'certificate-refused': 'Name the authority of the source in tls.ca.',
  'source-timeout': 'Look at how busy the source is; deadlineSeconds gives it more time.',
  'source-unreachable': 'Check baseUrl, and that this machine can reach it.',
  'source-throttled': 'Lower concurrency, or wait: others may be using the same allowance.',
  'circuit-open': 'Look at what the source answered before; it is asked again once its time is over.',
  'answer-too-large': 'Check baseUrl: is it the API, and not a page of downloads?',
  'answer-unreadable': 'Check baseUrl and apiVersion: is it the API, and no page of a proxy or a log-in?',
  'link-refused': 'The source points to another host: check that baseUrl has the name that it knows itself by.',
  'internal-error': 'This is a fault of ours: report it with the output of doctor.',
};

export const adviceFor = (code: ErrorCode | null): string => advice[code ?? 'source-error'] ?? tryLater;
