import type { Request, Response } from 'express';
import { addressOf } from '../http/request-address.ts';
import { readParameter } from './arm.ts';

/** One page of rows; the link to the next has a version of its own. */
export const sendRowPage = (request: Request, response: Response, rows: readonly object[], pageSize: number): void => {
  const filter = readParameter(request, '$filter') ?? '';
  const from = Number(readParameter(request, '$skipToken') ?? '0');
  const query = new URLSearchParams({
    'api-version': '2016-12-01',
    ...(filter === '' ? {} : { $filter: filter }),
    $skipToken: String(from + pageSize),
  });
  response.json({
    value: rows.slice(from, from + pageSize),
    ...(rows.length > from + pageSize ? { nextLink: `${addressOf(request)}${request.path}?${query}` } : {}),
  });
};
