import express, { type Express, type Request, type Response } from 'express';
import { addressOf } from '../request-address.ts';
import { requireBearer, type Tokens } from '../tokens.ts';
import { parseListQuery } from './list-query.ts';
import type { Login } from './login.ts';
import { renderPageLinks } from './page-links.ts';
import type { Problems } from './problems.ts';
import { isFirstVersion, type Manner } from './render.ts';
import type { SessionRecord, Sessions } from './sessions.ts';

export const API_VERSIONS: readonly string[] = ['v1', 'v2', 'v3', 'v4', 'v5', 'v6', 'v7', 'v8', 'v8.1'];

/** Rows on a page that was asked for without a size: the reference page's, and what later versions' prose says. */
const DEFAULT_LIMIT = { first: 30, later: 100 } as const;

const REFUSALS = {
  missing: 'No access token was sent.',
  unknown: 'The access token is invalid.',
  expired: 'The access token has expired.',
} as const;

type Parts = {
  readonly sessions: Sessions;
  readonly login: Login;
  readonly tokens: Tokens;
  readonly problems: Problems;
  readonly pageSize: number | undefined;
};

type VersionParams = { version: string };
type SessionParams = VersionParams & { id: string };

const mannerOf = (request: Request<VersionParams>): Manner => ({
  version: request.params.version.toLowerCase(),
  address: addressOf(request),
});

const listSessions =
  ({ sessions, problems, pageSize }: Parts) =>
  (request: Request<VersionParams>, response: Response): void => {
    const manner = mannerOf(request);
    const isFirst = isFirstVersion(manner);
    const defaultLimit = pageSize ?? (isFirst ? DEFAULT_LIMIT.first : DEFAULT_LIMIT.later);
    const parsed = parseListQuery(request.query, isFirst, defaultLimit);
    if ('errors' in parsed) {
      problems.badRequest(response, parsed.errors);
      return;
    }
    const { offset, limit, matches } = parsed.query;
    const found = sessions.records().filter(({ view }) => matches(view));
    const page = found.slice(offset, limit === -1 ? undefined : offset + limit);
    const totalCount = found.length;
    response.json({
      offset,
      limit,
      totalCount,
      results: page.map((record) => record.payload(manner)),
      _links: renderPageLinks(manner, request.originalUrl.split('?')[1] ?? '', { offset, limit, totalCount }),
    });
  };

const withSession =
  ({ sessions, problems }: Parts, answer: (record: SessionRecord, manner: Manner) => unknown) =>
  (request: Request<SessionParams>, response: Response): void => {
    const { id } = request.params;
    const record = sessions.find(id);
    if (record === undefined)
      problems.notFound(request, response, `The job session with the ID '${id}' was not found.`);
    else response.json(answer(record, mannerOf(request)));
  };

export const registerVeeamAzureRoutes = (app: Express, parts: Parts): void => {
  const { login, tokens, problems } = parts;
  const bearer = requireBearer(tokens, (verdict, _request, response) =>
    problems.unauthorized(response, REFUSALS[verdict]),
  );
  app.post('/api/oauth2/token', express.urlencoded({ extended: false }), login.requestToken);
  app.delete('/api/oauth2/token', bearer, login.endSession);
  app.use('/api/:version', (request, response, next) => {
    const { version } = request.params;
    if (API_VERSIONS.includes(version.toLowerCase())) next();
    else problems.notFound(request, response, `There is no version '${version}' of the API.`);
  });
  app.use(bearer);
  app.get('/api/:version/jobSessions', listSessions(parts));
  app.get(
    '/api/:version/jobSessions/:id',
    withSession(parts, (record, manner) => record.payload(manner)),
  );
  app.get(
    '/api/:version/jobSessions/:id/log',
    withSession(parts, (record, manner) => record.log(manner)),
  );
  app.use((request, response) => problems.notFound(request, response, 'There is nothing here.'));
};
