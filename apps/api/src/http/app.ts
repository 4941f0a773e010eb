import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { type Clock, CrossvaultError, type Logger } from '@crossvault/core';
import type { Engine } from '@crossvault/engine';
import express, { type Express, type RequestHandler } from 'express';
import helmet from 'helmet';
import { endpoints } from '../endpoints.ts';
import { openApiDocument } from '../openapi/facade-document.ts';
import type { DecideAuth } from './auth-mode.ts';
import { createCallerBound } from './caller-bound.ts';
import type { Services } from './endpoint.ts';
import { createGate } from './gate.ts';
import { createHostGuard } from './host-guard.ts';
import { mount } from './mount.ts';
import { createProblemHandler } from './problem-handler.ts';
import { createRefusedKeys } from './refused-keys.ts';
import { createRequestLog } from './request-log.ts';
import { clip } from './written-parameters.ts';

export interface AppOptions {
  readonly engine: Engine;
  readonly logger: Logger;
  readonly clock: Clock;
  /** What the server listens on: requests for this host are answered, as those for the loopback names are. */
  readonly host: string;
  /** Further values of the `Host` header that are answered. @default none */
  readonly allowedHosts?: readonly string[];
  /** The authentication mode. */
  readonly decideAuth: DecideAuth;
  /** Aborted when the server ends. @default never */
  readonly ending?: AbortSignal;
}

/** The REST API as an Express application. */
export function createApp(options: AppOptions): Express {
  const { engine, logger, clock, host, allowedHosts = [], ending = new AbortController().signal } = options;
  const app = express();
  app.disable('x-powered-by').disable('etag').set('query parser', false);
  app.enable('case sensitive routing');
  app.use(createRequestLog(logger, clock));
  app.use(setSecurityHeaders());
  app.use(createHostGuard(host, allowedHosts), refuseMalformedPath);
  const services = {
    engine,
    gate: createGate(engine, options.decideAuth),
    bound: createCallerBound(),
    refusedKeys: createRefusedKeys(logger, clock),
    document: createDocumentReader(),
    now: () => clock.now(),
    ending,
  };
  mount(app, endpoints, services);
  app.use(refuseUnknownPath);
  app.use(createProblemHandler(logger));
  return app;
}

/** The headers that Helmet advises. They are the same on every answer, so Helmet is asked once. */
function setSecurityHeaders(): RequestHandler {
  const request = new IncomingMessage(new Socket());
  const example = new ServerResponse(request);
  const advise = helmet({
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
    // The server speaks plain HTTP. A TLS proxy in front of it sets Strict-Transport-Security.
    strictTransportSecurity: false,
  });
  advise(request, example, () => undefined);
  const headers = new Map(Object.entries(example.getHeaders()).map(([name, value]) => [name, String(value)]));
  return (_request, response, next) => {
    response.setHeaders(headers);
    next();
  };
}

/** Builds the document on the first request. */
function createDocumentReader(): Services['document'] {
  let document: ReturnType<Services['document']> | undefined;
  return () => {
    document ??= { ...openApiDocument() };
    return document;
  };
}

const refuseMalformedPath: RequestHandler = (request, _response, next) => {
  try {
    decodeURIComponent(request.path);
  } catch {
    throw new CrossvaultError({
      code: 'invalid-parameter',
      message: `path: "${clip(request.path)}" is not percent-encoded UTF-8. Write a percent sign itself as %25.`,
      parameter: 'path',
    });
  }
  next();
};

const refuseUnknownPath: RequestHandler = (request) => {
  throw new CrossvaultError({
    code: 'endpoint-not-found',
    message: `Unknown path ${clip(request.path)}. All endpoints: ${endpoints.map(({ path }) => path).join(', ')}.`,
  });
};
