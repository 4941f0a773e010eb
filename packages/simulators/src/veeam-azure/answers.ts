import type { Request, Response } from 'express';
import type { SimulatedClock } from '../clock/clock.ts';
import { parseListQuery, parsePageQuery } from './list-query.ts';
import type { Operations } from './operations.ts';
import { renderPageLinks } from './page-links.ts';
import type { Problems } from './problems.ts';
import type { Manner } from './render.ts';
import type { SessionRecord, Sessions } from './sessions.ts';
import type { Things } from './things.ts';

/** What the answers are made from. */
export type AnswerParts = {
  readonly sessions: Sessions;
  readonly things: Things;
  readonly operations: Operations;
  readonly problems: Problems;
  readonly clock: SimulatedClock;
  readonly pageSize: number | undefined;
};

export type VersionParams = { version: string };
export type NamedParams = VersionParams & { id: string };
/** Answers a request in the manner of the version in its path. */
export type Answer<Params> = (request: Request<Params>, response: Response, manner: Manner) => void;

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

export const listSessions =
  ({ sessions, problems, pageSize }: AnswerParts): Answer<VersionParams> =>
  (request, response, manner) => {
    const parsed = parseListQuery(request.query, manner, pageSize);
    if ('errors' in parsed) {
      problems.badRequest(response, parsed.errors);
      return;
    }
    const { offset, limit, matches } = parsed.query;
    const found = sessions.records().filter(({ view }) => matches(view));
    const rows = found
      .slice(offset, limit === -1 ? undefined : offset + limit)
      .map((record) => toRow(record.payload(manner), manner));
    const totalCount = found.length;
    const query = request.originalUrl.split('?')[1] ?? '';
    const _links = renderPageLinks(manner, query, { offset, limit, totalCount });
    response.json({ offset, limit, totalCount, results: rows, _links });
  };

const toRow = (payload: unknown, { embeds }: Manner): unknown =>
  embeds && typeof payload === 'object' && payload !== null ? { ...payload, _embeddedResources: {} } : payload;

export const withSession =
  (
    { sessions, problems }: AnswerParts,
    answer: (record: SessionRecord, manner: Manner, instanceId: string | undefined) => unknown,
  ): Answer<NamedParams> =>
  (request, response, manner) => {
    const { id } = request.params;
    const instanceId = manner.hasInstanceFilter ? textOf(request.query['instanceId']) : undefined;
    const record = sessions.find(id);
    if (record === undefined)
      problems.notFound(request, response, `The job session with the ID '${id}' was not found.`);
    else response.json(answer(record, manner, instanceId));
  };

/** What became of the resources of a session, page by page. */
export const listSessionItems =
  ({ sessions, problems, pageSize }: AnswerParts): Answer<NamedParams> =>
  (request, response, manner) => {
    const { id } = request.params;
    const record = sessions.find(id);
    const parsed = parsePageQuery(request.query, manner, pageSize ?? manner.defaultLimit);
    if ('errors' in parsed) problems.badRequest(response, parsed.errors);
    else if (record === undefined)
      problems.notFound(request, response, `The job session with the ID '${id}' was not found.`);
    else {
      const { offset, limit } = parsed.query;
      const rows = record.items();
      const results = rows.slice(offset, limit === -1 ? undefined : offset + limit);
      response.json({ offset, limit, totalCount: rows.length, results });
    }
  };

export const found =
  <Params>({ problems }: AnswerParts, answer: (request: Request<Params>, manner: Manner) => unknown): Answer<Params> =>
  (request, response, manner) => {
    const body = answer(request, manner);
    if (body === undefined) problems.notFound(request, response, 'There is nothing here.');
    else response.json(body);
  };
