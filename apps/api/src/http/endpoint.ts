import type { IncomingHttpHeaders } from 'node:http';
import type { CallOptions, ErrorCode } from '@crossvault/core';
import type { Actor, Engine } from '@crossvault/engine';
import type { z } from 'zod';
import type { Access } from './access.ts';
import { readParameters } from './read-parameters.ts';
import type { WrittenParameters } from './written-parameters.ts';

/** The services of an endpoint. The signal aborts when the caller disconnects. */
export interface Services extends CallOptions {
  /** The engine, limited to the connections that the caller may see. */
  readonly engine: Engine;
  /** The caller; null without a key. */
  readonly actor: Actor | null;
  /** The identity of the caller for the store, which serves callers in turn. */
  readonly caller: string;
  /** Milliseconds since 1970. */
  now(): number;
  /** Whether the caller has an answer with this entity tag. */
  knows(tag: string): boolean;
  /** Sets a header of the answer. */
  setHeader(header: string, value: string): void;
  /** The OpenAPI document of all endpoints. */
  readonly document: () => Readonly<Record<string, unknown>>;
}

/** A request whose parameters are still text. */
export interface WrittenRequest {
  readonly params: WrittenParameters;
  readonly query: WrittenParameters;
  readonly headers: IncomingHttpHeaders;
  /** The JSON of its body, where the endpoint takes one. */
  readonly sent: unknown;
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  /** The content that the entity tag covers. */
  readonly content: unknown;
}

/** An answer that is ready to be sent, in place of a body. */
export class PreparedAnswer {
  /** Its entity tag. */
  readonly tag: string;
  /** JSON in pieces, bytes in UTF-8; null where the caller has the answer already. */
  readonly json: readonly (string | Uint8Array)[] | null;
  constructor(tag: string, json: readonly (string | Uint8Array)[] | null) {
    this.tag = tag;
    this.json = json;
  }
}

/** A stream of texts without an end. */
export interface EventStream<Params extends z.ZodObject = z.ZodObject, Query extends z.ZodObject = z.ZodObject> {
  readonly description: string;
  stream(input: Omit<Input<Params, Query>, 'sent'>, services: Services): AsyncIterable<string>;
}

interface Input<Params extends z.ZodObject, Query extends z.ZodObject> {
  readonly params: z.output<Params>;
  readonly query: z.output<Query>;
  /** Parsed by the schema `sent`. */
  readonly sent: unknown;
  readonly headers: IncomingHttpHeaders;
}

/** One endpoint. Its route, validation, access and part of the document all come from this object. */
export interface EndpointDefinition<
  Params extends z.ZodObject = z.ZodObject,
  Query extends z.ZodObject = z.ZodObject,
  Body extends z.ZodType = z.ZodType,
> {
  readonly operationId: string;
  /** `post` for actions; their answers are never cached. */
  readonly method: 'get' | 'post';
  /** With `{name}` for each member of `params`. */
  readonly path: `/${string}`;
  readonly access: Access;
  readonly summary: string;
  readonly description: string;
  readonly tags: readonly Tag[];
  readonly params: Params;
  /** The query parameters; any other parameter is refused. */
  readonly query: Query;
  /** The body of a change, as JSON. @default none is taken */
  readonly sent?: z.ZodObject;
  readonly response: { readonly description: string; readonly schema: Body };
  /** What a 202 means, where the answer may be one: accepted and still running. */
  readonly accepted?: { readonly description: string; when(body: z.output<Body>): boolean };
  /** The answer of the same path to callers that accept `text/event-stream`. */
  readonly events?: EventStream<Params, Query>;
  /** Headers that a request may have, beside those that any request may have. */
  readonly headers?: z.ZodObject;
  /** Its cost grows with the stored or requested data: the number of such requests under way is limited per caller. @default false */
  readonly isExpensive?: boolean;
  /** The errors of this endpoint, beside those of every endpoint. */
  readonly errors: readonly ErrorCode[];
  handle(input: Input<Params, Query>, services: Services): Promise<z.output<Body> | PreparedAnswer>;
  /** The part of a body that must stay the same for it to count as unchanged. @default the whole body */
  contentOf?(body: z.output<Body>): unknown;
}

/** The groups of endpoints in the document. */
export const tags = {
  insight: 'What should have run, what did not, and what is at risk.',
  jobs: 'Jobs of all connections, in one form.',
  plans: 'What makes jobs happen again and again.',
  items: 'What is being backed up.',
  operations: 'Changes that were asked for, and what became of them.',
  connections: 'What is configured, what it can, and how it was seen last.',
  history: 'What is stored of all connections together.',
  keys: 'Who may ask, and who did what.',
  service: 'The facade itself.',
} as const satisfies Readonly<Record<string, string>>;
export type Tag = keyof typeof tags;

/** An endpoint whose types are sealed: text in, a body out. */
export interface Endpoint extends Omit<EndpointDefinition, 'handle' | 'contentOf' | 'accepted' | 'events'> {
  /** The schema of the 202 is that of the answer, where it is not another. */
  readonly accepted?: { readonly description: string; readonly schema?: z.ZodType } | undefined;
  /** Reads the parameters and handles the request. Throws CrossvaultError for a bad parameter. */
  answer(request: WrittenRequest, services: Services): Promise<Answer | PreparedAnswer>;
  readonly events?:
    | { readonly description: string; stream(request: WrittenRequest, services: Services): AsyncIterable<string> }
    | undefined;
}

export function defineEndpoint<Params extends z.ZodObject, Query extends z.ZodObject, Body extends z.ZodType>(
  definition: EndpointDefinition<Params, Query, Body>,
): Endpoint {
  const { handle, contentOf, accepted, events, ...facts } = definition;
  const read = ({ params, query, headers }: WrittenRequest) => ({
    params: readParameters(definition.params, params),
    query: readParameters(definition.query, query),
    headers,
  });
  return Object.freeze({
    ...facts,
    accepted: accepted === undefined ? undefined : { description: accepted.description },
    async answer(request: WrittenRequest, services: Services) {
      const body = await handle({ ...read(request), sent: request.sent }, services);
      if (body instanceof PreparedAnswer) return body;
      const status = accepted?.when(body) === true ? 202 : 200;
      return { status, body, content: contentOf === undefined ? body : contentOf(body) };
    },
    events:
      events === undefined
        ? undefined
        : {
            description: events.description,
            stream: (request: WrittenRequest, services: Services) => events.stream(read(request), services),
          },
  });
}
