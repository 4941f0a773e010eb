import express, { type Express, type Request, type RequestHandler, type Response } from 'express';
import type { SimulatedClock } from '../clock.ts';
import { addressOf } from '../request-address.ts';
import { requireBearer, type Tokens } from '../tokens.ts';
import { mayRead } from './accounts.ts';
import type { ApplianceState } from './appliance.ts';
import { parseListQuery, parsePageQuery } from './list-query.ts';
import type { Login } from './login.ts';
import type { Operations } from './operations.ts';
import { renderPageLinks } from './page-links.ts';
import type { Problems } from './problems.ts';
import { renderMachines } from './protected-machines.ts';
import type { Manner } from './render.ts';
import type { SessionRecord, Sessions } from './sessions.ts';
import { describeSystem } from './system.ts';
import { findVersion } from './versions.ts';

const REFUSALS = {
  missing: 'No access token was sent.',
  unknown: 'The access token is invalid.',
  expired: 'The access token has expired.',
} as const;

type Parts = {
  readonly sessions: Sessions;
  readonly operations: Operations;
  readonly login: Login;
  readonly tokens: Tokens;
  readonly problems: Problems;
  readonly clock: SimulatedClock;
  readonly state: () => ApplianceState;
  readonly pageSize: number | undefined;
};

type VersionParams = { version: string };
type NamedParams = VersionParams & { id: string };
type Answer<Params> = (request: Request<Params>, response: Response, manner: Manner) => void;

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const bearerOf = (request: Request): string => /\S+$/.exec(request.get('authorization') ?? '')?.[0] ?? '';

const listSessions =
  ({ sessions, problems, pageSize }: Parts): Answer<VersionParams> =>
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

const withSession =
  (
    { sessions, problems }: Parts,
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

/** Whoever forces a rescan first waits for it: 202, and the page later as the operation's result. */
const listMachines =
  ({ operations, problems, clock, pageSize }: Parts): Answer<VersionParams> =>
  (request, response, manner) => {
    const parsed = parsePageQuery(request.query, manner, pageSize ?? manner.defaultLimit);
    if ('errors' in parsed) {
      problems.badRequest(response, parsed.errors);
      return;
    }
    const pattern = textOf(request.query['SearchPattern']) ?? '';
    const render = (asked: Manner) => renderMachines(pattern, parsed.query, clock.now(), asked);
    const isSync = textOf(request.query['Sync'])?.toLowerCase() === 'true';
    if (isSync) response.status(202).json(operations.start(render, manner));
    else response.json(render(manner));
  };

const found =
  <Params>({ problems }: Parts, answer: (request: Request<Params>, manner: Manner) => unknown): Answer<Params> =>
  (request, response, manner) => {
    const body = answer(request, manner);
    if (body === undefined) problems.notFound(request, response, 'There is nothing here.');
    else response.json(body);
  };

/** Finds the manner of the version in the path; what the product does not serve is not found. */
const speak =
  <Params extends VersionParams>(
    { problems, state }: Parts,
    answer: Answer<Params>,
    serves: (manner: Manner) => boolean = () => true,
  ): RequestHandler<Params> =>
  (request, response) => {
    const version = request.params.version.toLowerCase();
    const known = findVersion(version, state().product);
    const manner = known && { ...known, version, address: addressOf(request) };
    if (manner !== undefined && serves(manner)) answer(request, response, manner);
    else problems.notFound(request, response, 'There is nothing here.');
  };

export const registerVeeamAzureRoutes = (app: Express, parts: Parts): void => {
  const { login, tokens, problems, operations, state, clock } = parts;
  const bearer = requireBearer(tokens, (verdict, _request, response) =>
    problems.unauthorized(response, REFUSALS[verdict]),
  );
  const may =
    (what: 'sessions' | 'logs'): RequestHandler<VersionParams & { id?: string }> =>
    (request, response, next) => {
      if (mayRead(login.roleOf(bearerOf(request)), what)) next();
      else problems.forbidden(response, false);
    };

  app.post('/api/oauth2/token', express.urlencoded({ extended: false }), login.requestToken);
  app.delete('/api/oauth2/token', bearer, login.endSession);
  app.use('/api/:version', (request, response, next) => {
    if (findVersion(request.params.version.toLowerCase(), state().product) !== undefined) next();
    else problems.notFound(request, response, `There is no version '${request.params.version}' of the API.`);
  });
  app.use(bearer);
  app.use((_request, response, next) => {
    if (state().isLicenceAccepted) next();
    else problems.forbidden(response, true);
  });

  app.get('/api/:version/jobSessions', may('sessions'), speak(parts, listSessions(parts)));
  app.get(
    '/api/:version/jobSessions/:id',
    may('sessions'),
    speak(
      parts,
      withSession(parts, (record, manner) => record.payload(manner)),
    ),
  );
  app.get(
    '/api/:version/jobSessions/:id/log',
    may('logs'),
    speak(
      parts,
      withSession(parts, (record, manner, instanceId) => record.log(manner, instanceId)),
    ),
  );
  app.get(
    '/api/:version/protectedItem/virtualMachines',
    may('sessions'),
    speak(parts, listMachines(parts), ({ hasOperations }) => hasOperations),
  );
  app.get(
    '/api/:version/operations/:id',
    may('sessions'),
    speak(
      parts,
      found<NamedParams>(parts, (request, manner) => operations.find(request.params.id, manner)),
      ({ hasOperations }) => hasOperations,
    ),
  );
  app.get(
    '/api/:version/system/:id',
    speak(
      parts,
      found<NamedParams>(parts, (request) => describeSystem(request.params.id, state(), clock.now())),
      ({ hasSystem }) => hasSystem,
    ),
  );
  app.use((request, response) => problems.notFound(request, response, 'There is nothing here.'));
};
