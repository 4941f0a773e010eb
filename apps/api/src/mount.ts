import { CrossvaultError } from '@crossvault/contract';
import type { Request, Response, Router } from 'express';
import type { Answer, Endpoint, Services } from './endpoint.ts';
import { namesEntityTag, toEntityTag } from './entity-tag.ts';
import { sendEvents, wantsEvents } from './send-events.ts';
import { clip, parseQuery } from './written-parameters.ts';

/** What all requests have in common. */
export interface MountedServices extends Omit<Services, 'signal' | 'tell'> {
  /** Aborted when the server ends: what has no end of its own ends with it. */
  readonly ending: AbortSignal;
}

/** Puts endpoints on a router: each at its path and method, every other method refused. */
export function mount(router: Router, endpoints: readonly Endpoint[], services: MountedServices): void {
  for (const [path, here] of Map.groupBy(endpoints, (endpoint) => endpoint.path)) {
    const route = router.route(path.replaceAll(/\{(\w+)\}/g, ':$1'));
    for (const endpoint of here) {
      route[endpoint.method](async (request, response) => {
        refuseBody(request, response);
        const written = {
          params: new Map(Object.entries(request.params).map(([name, value]) => [name, [value].flat()])),
          query: parseQuery(request.originalUrl),
          headers: request.headers,
        };
        const own = {
          ...services,
          signal: signalOf(response),
          tell: (header: string, value: string) => void response.set(header, value),
        };
        if (endpoint.events !== undefined && wantsEvents(request)) {
          const signal = AbortSignal.any([own.signal, services.ending]);
          return sendEvents(request, response, endpoint.events.stream(written, { ...own, signal }), signal);
        }
        const answer = await endpoint.answer(written, own);
        if (endpoint.method === 'get') send(request, response, answer);
        else response.status(answer.status).set('Cache-Control', 'no-store').json(answer.body);
      });
    }
    const allow = here
      .flatMap(({ method }) => (method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()]))
      .join(', ');
    route.all((request, response) => {
      response.set('Allow', allow);
      throw new CrossvaultError({
        code: 'method-not-allowed',
        message: `${clip(request.method)} is not allowed on ${path}. Allowed: ${allow}.`,
      });
    });
  }
}

/** A filter in a body would go unheard, and the answer would look as if it had been heard. */
function refuseBody(request: Request, response: Response): void {
  const { 'content-length': length = '0', 'transfer-encoding': encoding } = request.headers;
  if (length === '0' && encoding === undefined) return;
  response.set('Connection', 'close');
  throw new CrossvaultError({
    code: 'invalid-parameter',
    message: 'A body is not allowed here. Parameters are written in the address.',
    parameter: 'body',
  });
}

/** Ends when the caller goes away before the answer is out. */
function signalOf(response: Response): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => {
    if (response.writableFinished) return;
    controller.abort(new CrossvaultError({ code: 'interrupted', message: 'The caller went away.' }));
  });
  return controller.signal;
}

function send(request: Request, response: Response, { status, body, content }: Answer): void {
  const tag = toEntityTag(content);
  // Kept by the caller alone, and asked about before each use.
  response.set({ ETag: tag, 'Cache-Control': 'private, no-cache' });
  if (namesEntityTag(request.get('If-None-Match'), tag)) response.status(304).end();
  else response.status(status).json(body);
}
