import { CrossvaultError, joinSentences, toSentence } from '@crossvault/core';
import express, { type Request, type RequestHandler, type Response } from 'express';
import type { z } from 'zod';
import { clip } from './written-parameters.ts';

/** Maximum size of a body: a change is a few names and words. */
const mostBytes = 65_536;

const parseJson: RequestHandler = express.json({ limit: mostBytes, type: () => true, inflate: false });

/** Refuses a body where none is expected. A filter in it would be ignored without notice. */
export function refuseBody(request: Request, response: Response): void {
  if (!hasBody(request)) return;
  response.set('Connection', 'close');
  throw bodyError('A body is not allowed here. Parameters are written in the address.');
}

const hasBody = ({ headers }: Request): boolean =>
  (headers['content-length'] ?? '0') !== '0' || headers['transfer-encoding'] !== undefined;

/** The JSON that was sent; an empty object where nothing was. Throws `media-type-refused` for what is not called JSON. */
export async function readJson(request: Request, response: Response): Promise<unknown> {
  const type = request.get('Content-Type') ?? '';
  if (!/^application\/json *(;|$)/i.test(type)) {
    throw new CrossvaultError({
      code: 'media-type-refused',
      message: `A change must be sent as application/json, not as ${type === '' ? 'nothing' : `"${clip(type)}"`}. Set the header Content-Type, also without a body.`,
    });
  }
  if (!hasBody(request)) return {};
  await new Promise<void>((resolve, reject) => {
    parseJson(request, response, (fault?: unknown) => (fault === undefined ? resolve() : reject(toBodyError(fault))));
  });
  return request.body;
}

function toBodyError(fault: unknown): CrossvaultError {
  const type = typeof fault === 'object' && fault !== null && 'type' in fault ? fault.type : undefined;
  if (type === 'entity.too.large') return bodyError(`The body is longer than ${mostBytes} bytes.`);
  if (type === 'encoding.unsupported') return bodyError('A compressed body is not read. Send it as it is.');
  if (type === 'charset.unsupported') return bodyError('The body has to be UTF-8.');
  return bodyError('The body cannot be read as a JSON object.');
}

const bodyError = (message: string): CrossvaultError =>
  new CrossvaultError({ code: 'invalid-parameter', message, parameter: 'body' });

/** The body, parsed by its schema. Throws one error that names every fault; code and parameter are those of the first. */
export function readSent<Schema extends z.ZodObject>(schema: Schema, sent: unknown): z.output<Schema> {
  const result = schema.safeParse(sent);
  if (result.success) return result.data;
  const faults = result.error.issues.flatMap((issue) => toFaults(issue));
  const [first = { code: 'invalid-parameter', parameter: 'body' } as const] = faults;
  const isStranger = faults.some(({ code }) => code === 'unknown-parameter');
  const names = Object.keys(schema.shape);
  const allowed = names.length === 0 ? 'None is allowed here.' : `Allowed are: ${names.join(', ')}.`;
  const said = [...faults.map(({ message }) => message), ...(isStranger ? [allowed] : [])];
  throw new CrossvaultError({ code: first.code, parameter: first.parameter, message: joinSentences(...said) });
}

interface Fault {
  readonly code: 'unknown-parameter' | 'invalid-parameter';
  readonly parameter: string;
  readonly message: string;
}

function toFaults(issue: z.core.$ZodIssue): readonly Fault[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      code: 'unknown-parameter',
      parameter: clip(key),
      message: `Unknown parameter "${clip(key)}".`,
    }));
  }
  const parameter = clip(issue.path.join('.')) || 'body';
  return [{ code: 'invalid-parameter', parameter, message: toSentence(`${parameter}: ${issue.message}`) }];
}
