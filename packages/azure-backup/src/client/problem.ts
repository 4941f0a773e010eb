import { isJsonObject } from '@crossvault/contract';

/** Code and text out of Resource Manager's `{ error: { code, message } }`; null for any other body. */
export function readProblem(body: unknown): string | null {
  const error = isJsonObject(body) && isJsonObject(body['error']) ? body['error'] : {};
  const parts = [error['code'], error['message']].filter((part) => typeof part === 'string' && part !== '');
  return parts.length === 0 ? null : parts.join(': ');
}
