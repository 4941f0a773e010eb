import { CrossvaultError } from '@crossvault/contract';
import type { Request, Response, Router } from 'express';
import type { Answer, Endpoint, Services } from './endpoint.ts';
import { namesEntityTag, toEntityTag } from './entity-tag.ts';
import { clip, parseQuery } from './written-parameters.ts';

/** Puts endpoints on a router: each at its path and method, every other method refused. */
export function mount(router: Router, endpoints: readonly Endpoint[], services: Omit<Services, 'signal'>): void {
  for (const [path, here] of Map.groupBy(endpoints, (endpoint) => endpoint.path)) {
    const route = router.route(path.replaceAll(/\{(\w+)\}/g, ':$1'));
    for (const endpoint of here) {
      route[endpoint.method](async (request, response) => {
        refuseBody(request, response);
        const answer = await endpoint.answer(
          {
            params: new Map(Object.entries(request.params).map(([name, value]) => [name, [value].flat()])),
            query: parseQuery(request.originalUrl),
            headers: request.headers,
          },
          { ...services, signal: signalOf(response) },
        );
        if (endpoint.method === 'get') send(request, response, answer);
        else response.set('Cache-Control', 'no-store').json(answer.body);
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

function send(request: Request, response: Response, { body, content }: Answer): void {
  const tag = toEntityTag(content);
  // Kept by the caller alone, and asked about before each use.
  response.set({ ETag: tag, 'Cache-Control': 'private, no-cache' });
  if (namesEntityTag(request.get('If-None-Match'), tag)) response.status(304).end();
  else response.json(body);
}
