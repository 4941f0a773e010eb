import {
  type Action,
  type ActionRequest,
  type ActionTarget,
  actionRequestSchema,
  actionTargets,
  CrossvaultError,
  type ErrorCode,
  operationSchema,
  type Permission,
  permissionFor,
  toSentence,
} from '@crossvault/core';
import { parseUserInstant } from '@crossvault/core/internal';
import { type ActOptions, toOperationView, type WaitOptions } from '@crossvault/engine';
import { z } from 'zod';
import { actorOf } from '../http/actor.ts';
import type { Answer, Endpoint, Services, Tag, WrittenRequest } from '../http/endpoint.ts';
import { changeErrors } from '../http/endpoint-errors.ts';
import { requireScope } from '../http/gate.ts';
import { readParameters } from '../http/read-parameters.ts';
import { readSent } from '../http/sent-body.ts';
import { setRetryAfter, toWaitOptions, waitParameters } from '../http/waiting.ts';
import { connectionParameters } from './connection-parameters.ts';
import { plannedChangeSchema } from './planned-change.ts';

/** What the REST API adds to the core's definition of an action. */
export interface ActionDefinition {
  readonly operationId: string;
  readonly path: `/${string}`;
  /** The scopes that the action may take. Two where the parameters decide which one. */
  readonly access: readonly Permission[];
  readonly tag: Tag;
  readonly summary: string;
  readonly description: string;
}

const targetNames = { job: 'job', plan: 'plan', item: 'protected item', connection: 'connection' } as const;
const notFound = {
  job: ['job-not-found'],
  plan: ['plan-not-found'],
  item: ['item-not-found', 'plan-not-found'],
  connection: ['connection-not-found', 'plan-not-found'],
} as const satisfies Readonly<Record<string, readonly ErrorCode[]>>;

const query = z.object({
  dryRun: z
    .boolean()
    .default(false)
    .describe('Return the requests that would be sent to the vendor, and send nothing.'),
  ...waitParameters,
});
const headers = z.object({
  'Idempotency-Key': z.string().optional().meta({
    description: 'The same key with the same request returns the same operation. 1 to 255 printable characters.',
  }),
});
const confirm = z
  .string()
  .nullable()
  .default(null)
  .describe('Name of the target, required where data is destroyed. A dry run returns it as `confirm`.');
const connection = z.string().min(1).describe('Name of the connection.');

/** The endpoint of an action. The body has the parameters that the core defines; the answer is 202 with an operation. */
export function defineAction(action: Action, definition: ActionDefinition): Endpoint {
  const { operationId, path, access, tag, summary, description } = definition;
  const kind = actionTargets[action];
  const params = paramsOf(path, kind);
  const sent = z
    .strictObject({
      // The body holds the fields that the path does not.
      ...(path.includes('{') ? {} : { connection }),
      ...parametersOf(action).shape,
      ...(access.includes('destroy') ? { confirm } : {}),
    })
    .meta({ id: `${operationId.replace(/^./, (first) => first.toUpperCase())}Request` });

  async function answer(request: WrittenRequest, services: Services): Promise<Answer> {
    const { dryRun, ...wait } = readParameters(query, request.query);
    const { connection: name, confirm: confirmed = null, ...parameters } = readSent<z.ZodObject>(sent, request.sent);
    const [target = name] = Object.values(readParameters(params, request.params));
    const wanted = toActionRequest({ action, target, parameters: withInstants(parameters) });
    const actor = actorOf(services.actor);
    requireScope(actor, [permissionFor(wanted)]);
    const idempotencyKey = readIdempotencyKey(request.headers['idempotency-key']);
    const options = { actor, confirm: confirm.parse(confirmed), dryRun, idempotencyKey };
    return perform(wanted, options, toWaitOptions(wait), services);
  }
  return Object.freeze({
    operationId,
    method: 'post',
    path,
    access,
    summary,
    description,
    tags: [tag],
    params,
    query,
    headers,
    sent,
    response: { description: 'With `dryRun=true`: the requests that would be sent.', schema: plannedChangeSchema },
    accepted: {
      description: 'The change was accepted. `Location` is the path of its operation.',
      schema: operationSchema,
    },
    errors: [...changeErrors, ...notFound[kind]],
    answer,
  });
}

async function perform(
  wanted: ActionRequest,
  options: ActOptions,
  wait: WaitOptions,
  { engine, signal, setHeader }: Services,
): Promise<Answer> {
  const outcome = await engine.act(wanted, options, { signal });
  if (outcome.kind === 'planned') {
    const { kind: _kind, ...planned } = outcome;
    return { status: 200, body: planned, content: planned };
  }
  const { id } = outcome.operation;
  const reached = wait.waitMs === 0 ? outcome.operation : await engine.operation(id, wait, { signal });
  const operation = toOperationView(reached);
  setHeader('Location', `/v1/operations/${id}`);
  setRetryAfter(operation, { setHeader });
  return { status: 202, body: operation, content: operation };
}

function paramsOf(path: string, kind: ActionTarget): z.ZodObject {
  if (path.includes('{name}')) return connectionParameters;
  const id = z.string().meta({ description: `The Crossvault id of the ${targetNames[kind]}.` });
  return path.includes('{id}') ? z.object({ id }) : z.object({});
}

function parametersOf(action: Action): z.ZodObject {
  const option = actionRequestSchema.options.find(({ shape }) => shape.action.value === action);
  if (option === undefined) throw new Error(`The core has no request for ${action}.`);
  return option.shape.parameters;
}

function toActionRequest(asked: unknown): ActionRequest {
  const result = actionRequestSchema.safeParse(asked);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const parameter = String(issue?.path.at(-1) ?? 'body');
  throw new CrossvaultError({
    code: 'invalid-parameter',
    message: toSentence(`${parameter}: ${issue?.message ?? 'it is not allowed'}`),
    parameter,
  });
}

const instants: ReadonlySet<string> = new Set(['keepUntil', 'startedAfter', 'startedBefore']);

/** Instants in UTC, whatever zone the caller sent. */
const withInstants = (parameters: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [
      name,
      instants.has(name) && typeof value === 'string' ? parseUserInstant(value, name) : value,
    ]),
  );

function readIdempotencyKey(header: string | readonly string[] | undefined): string | null {
  if (header === undefined) return null;
  const text = [header].flat().join(',');
  if (/^[\x21-\x7e]{1,255}$/.test(text)) return text;
  throw new CrossvaultError({
    code: 'invalid-parameter',
    message: 'Idempotency-Key must be 1 to 255 printable characters without spaces.',
    parameter: 'Idempotency-Key',
  });
}
