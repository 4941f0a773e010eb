import { isJsonObject } from '@crossvault/core';

/** Where an error does not say which one it is, it is the vendor's trouble and may be gone with the next try. */
const unsaidStatus = 500;

/**
 * The status that an answer really has. Proxies and gateways hand on a failure as a success whose whole body is an
 * error: `{"error": …}` alone, or a problem of RFC 9457. A row or a page is neither.
 */
export function readSaidStatus(response: Response, body: unknown): number {
  if (!response.ok || !isJsonObject(body)) return response.status;
  const names = Object.keys(body);
  if (names.length === 1 && isJsonObject(body['error'])) return failureOr(body['error']['status']) ?? unsaidStatus;
  const isProblem = typeof body['title'] === 'string' && typeof body['detail'] === 'string';
  return (isProblem ? failureOr(body['status']) : null) ?? response.status;
}

const failureOr = (status: unknown): number | null =>
  typeof status === 'number' && Number.isInteger(status) && status >= 400 && status <= 599 ? status : null;
