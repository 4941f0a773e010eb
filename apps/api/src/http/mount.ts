import { CrossvaultError } from '@crossvault/core';
import { runInLoopTurn } from '@crossvault/engine/internal';
import type { Request, Response, Router } from 'express';
import { limitEngine } from '../access/limit-engine.ts';
import { isWrite } from './access.ts';
import type { CallerBound } from './caller-bound.ts';
import { type Answer, type Endpoint, PreparedAnswer, type Services } from './endpoint.ts';
import { namesEntityTag, toEntityTag } from './entity-tag.ts';
import type { Gate } from './gate.ts';
import type { RefusedKeys } from './refused-keys.ts';
import { noteKey } from './request-log.ts';
import { sendEvents, wantsEvents } from './send-events.ts';
import { readJson, refuseBody } from './sent-body.ts';
import { clip, parseQuery } from './written-parameters.ts';

/** The context of all requests. */
export interface MountedServices extends Omit<Services, 'signal' | 'knows' | 'setHeader' | 'actor' | 'caller'> {
  readonly gate: Gate;
  readonly bound: CallerBound;
  readonly refusedKeys: RefusedKeys;
  /** Aborted when the server closes; it ends streams. */
  readonly ending: AbortSignal;
}

/** Mounts endpoints on a router, each at its path and method. Other methods are refused. */
export function mount(router: Router, endpoints: readonly Endpoint[], services: MountedServices): void {
  for (const [path, here] of Map.groupBy(endpoints, (endpoint) => endpoint.path)) {
    const route = router.route(path.replaceAll(/\{(\w+)\}/g, ':$1'));
    for (const endpoint of here) {
      route[endpoint.method]((request, response) => answer(endpoint, services, request, response));
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

/** Stands for all callers without a key. Key names have visible characters only, so none is equal to it. */
const withoutKey = '';

async function answer(
  endpoint: Endpoint,
  services: MountedServices,
  request: Request,
  response: Response,
): Promise<void> {
  const gone = signalOf(response);
  const admit = () => services.gate.admit(request.headers, endpoint);
  const actor = await admit().catch(async (error: unknown) => {
    const isRefusedKey = CrossvaultError.isInstance(error) && error.code === 'key-refused';
    if (isRefusedKey) await services.refusedKeys.note(request.socket.remoteAddress ?? '', { signal: gone });
    throw error;
  });
  const caller = actor?.name ?? withoutKey;
  if (actor !== null) noteKey(response, actor.name);
  if (endpoint.isExpensive === true) response.once('close', services.bound.enter(caller));
  const sent = isWrite(endpoint) ? await readJson(request, response) : refuseBody(request, response);
  const written = {
    params: new Map(Object.entries(request.params).map(([name, value]) => [name, [value].flat()])),
    query: parseQuery(request.originalUrl),
    headers: request.headers,
    sent,
  };
  const own = {
    ...services,
    engine: limitEngine(services.engine, actor?.connections ?? null),
    actor,
    caller,
    signal: gone,
    knows: (tag: string) => namesEntityTag(request.headers['if-none-match'], tag),
    setHeader: (header: string, value: string) => void response.set(header, value),
  };
  if (endpoint.events !== undefined && wantsEvents(request)) {
    const signal = AbortSignal.any([gone, services.ending]);
    const texts = whileAdmitted(endpoint.events.stream(written, { ...own, signal }), admit);
    return sendEvents(request, response, texts, signal);
  }
  const answered = await endpoint.answer(written, own);
  if (answered instanceof PreparedAnswer) sendPrepared(request, response, answered);
  else if (endpoint.isExpensive === true) await runInLoopTurn('request', () => send(request, response, answered), gone);
  else if (endpoint.method === 'get') send(request, response, answered);
  else response.status(answered.status).set('Cache-Control', 'no-store').json(answered.body);
}

/** A stream continues only while its caller still has access. */
async function* whileAdmitted(texts: AsyncIterable<string>, admit: () => Promise<unknown>): AsyncGenerator<string> {
  for await (const text of texts) {
    await admit();
    yield text;
  }
}

/** Aborts when the caller disconnects before the answer is sent. */
function signalOf(response: Response): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => {
    if (response.writableFinished) return;
    controller.abort(new CrossvaultError({ code: 'interrupted', message: 'The caller disconnected.' }));
  });
  return controller.signal;
}

function sendPrepared(request: Request, response: Response, { tag, json }: PreparedAnswer): void {
  response.setHeader('ETag', tag);
  response.setHeader('Cache-Control', cacheControl);
  if (json === null || namesEntityTag(request.headers['if-none-match'], tag)) {
    response.statusCode = 304;
    response.end();
    return;
  }
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.setHeader(
    'Content-Length',
    json.reduce((sum, piece) => sum + Buffer.byteLength(piece), 0),
  );
  // Headers and pieces leave in one call of the system.
  response.cork();
  for (const piece of json) response.write(piece);
  response.end();
  response.uncork();
}

/** Only the caller may cache an answer, and must revalidate it before each use. */
const cacheControl = 'private, no-cache';

function send(request: Request, response: Response, { status, body, content }: Answer): void {
  const tag = toEntityTag(content);
  response.set({ ETag: tag, 'Cache-Control': cacheControl });
  if (namesEntityTag(request.get('If-None-Match'), tag)) response.status(304).end();
  else response.status(status).json(body);
}
