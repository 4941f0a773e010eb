import express, { type Express, type Request, type RequestHandler } from 'express';
import { addressOf } from '../http/request-address.ts';
import { requireBearer, type Tokens } from '../http/tokens.ts';
import { may as roleMay } from './accounts.ts';
import {
  type Answer,
  found,
  listSessionItems,
  listSessions,
  type NamedParams,
  type VersionParams,
  withSession,
} from './answers.ts';
import type { ApplianceState } from './appliance.ts';
import { registerItemRoutes } from './item-answers.ts';
import type { Login } from './login.ts';
import { type PolicyParts, stopSession } from './policy-answers.ts';
import { registerPolicyRoutes } from './policy-routes.ts';
import type { Manner } from './render.ts';
import { describeSystem } from './system.ts';
import { findVersion } from './versions.ts';

const REFUSALS = {
  missing: 'No access token was sent.',
  unknown: 'The access token is invalid.',
  expired: 'The access token has expired.',
} as const;

type Parts = PolicyParts & {
  readonly login: Login;
  readonly tokens: Tokens;
  readonly state: () => ApplianceState;
  /** Of the appliance, in which its schedules are. */
  readonly timeZone: () => string;
};

const bearerOf = (request: Request): string => /\S+$/.exec(request.get('authorization') ?? '')?.[0] ?? '';

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
    (what: Parameters<typeof roleMay>[1]): RequestHandler<VersionParams & { id?: string }> =>
    (request, response, next) => {
      if (roleMay(login.roleOf(bearerOf(request)), what)) next();
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
    '/api/:version/jobSessions/:id/protectedItems',
    may('sessions'),
    speak(parts, listSessionItems(parts), ({ hasSessionItems }) => hasSessionItems),
  );
  app.post('/api/:version/jobSessions/:id/stop', may('stop'), speak(parts, stopSession(parts)));
  registerPolicyRoutes(app, parts, {
    mayRead: may('policies'),
    mayChange: may('changePolicies'),
    speak: (answer, serves) => speak(parts, answer, serves),
  });
  registerItemRoutes(app, parts, {
    may: may('sessions'),
    speak: (answer, serves) => speak(parts, answer, serves),
  });
  app.get(
    '/api/:version/operations/:id',
    may('sessions'),
    speak(
      parts,
      found<NamedParams>(parts, (request, manner) => operations.find(request.params.id, manner)),
      ({ hasOperations }) => hasOperations,
    ),
  );
  for (const part of ['about', 'serverInfo', 'time', 'status'] as const) {
    app.get(
      `/api/:version/system/${part}`,
      speak(
        parts,
        found<VersionParams>(parts, () =>
          describeSystem(part, state(), { nowMs: clock.now(), timeZone: parts.timeZone() }),
        ),
        ({ systemParts }) => systemParts.includes(part),
      ),
    );
  }
  app.get(
    '/api/:version/system/serviceIsUp',
    speak<VersionParams>(
      parts,
      (_request, response) => void response.status(200).end(),
      ({ systemParts }) => systemParts.includes('serviceIsUp'),
    ),
  );
  app.use((request, response) => problems.notFound(request, response, 'There is nothing here.'));
};
