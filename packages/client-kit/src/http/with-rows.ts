import { isJsonObject, readCount } from '@crossvault/core';

/**
 * An answer for a list whose total is 0 may lack its rows: that is an empty page. Any other answer is handed on as it is, so
 * that one with a total above 0 and no rows stays the error that it is.
 */
export function withRows(body: unknown, rows: string, total: string): unknown {
  if (!isJsonObject(body) || (body[rows] !== undefined && body[rows] !== null)) return body;
  const count = body[total];
  const isEmpty = (typeof count === 'number' || typeof count === 'string') && readCount(count).value === 0;
  return isEmpty ? { ...body, [rows]: [] } : body;
}
