import { type JobPage, jobPageSchema, type Logger, type Problem, problemSchema } from '@crossvault/core';
import { createEngine, type EngineConnection, type EngineOptions } from '@crossvault/engine';
import {
  createFakeActing,
  createFakeLedger,
  createManualClock,
  type FakeLedger,
  type ManualClock,
  silentLogger,
} from '@crossvault/testkit';
import { createFakeInsight, type FakeJudgement } from '@crossvault/testkit/fakes';
import { expect, onTestFinished } from 'vitest';
import { endpoints } from '../endpoints.ts';
import type { Endpoint } from '../http/endpoint.ts';
import { errorsOf } from '../http/endpoint-errors.ts';
import { createServer, type RunningServer } from '../http/server.ts';

/** An answer that was read to its end. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: unknown;
}

/** A facade on a free port over an engine of its own; it ends with the test. */
export interface Facade {
  readonly url: string;
  readonly clock: ManualClock;
  readonly server: RunningServer;
  /** Asks, and compares the answer with the definition of its endpoint. */
  ask(path: string, init?: RequestInit): Promise<Reply>;
  readPage(path: string): Promise<JobPage>;
}

export interface FacadeOptions {
  readonly logger?: Logger;
  readonly clock?: ManualClock;
  readonly allowedHosts?: readonly string[];
  /** The stored history. @default nothing */
  readonly history?: Pick<EngineOptions, 'store' | 'synchronizer'>;
  /** Actions instead of vendors. @default nothing, and no keys */
  readonly ledger?: FakeLedger;
  /** Expected runs and findings. @default those of the engine, which refuses without a store */
  readonly judgement?: FakeJudgement;
}

export async function startFacade(
  connections: readonly EngineConnection[],
  {
    logger = silentLogger,
    clock = createManualClock(),
    allowedHosts = [],
    history = {},
    ledger = createFakeLedger(),
    judgement,
  }: FacadeOptions = {},
): Promise<Facade> {
  const engine = {
    ...createEngine({ connections, clock, logger: silentLogger, ...history }),
    ...createFakeActing(ledger),
    ...(judgement === undefined ? {} : { insight: createFakeInsight(judgement) }),
  };
  const listen = { host: '127.0.0.1', port: 0 };
  const server = await createServer({ engine, listen, logger, clock, allowedHosts });
  onTestFinished(() => server.close());

  async function ask(path: string, init: RequestInit = {}): Promise<Reply> {
    const response = await fetch(`${server.url}${path}`, init);
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '') && text !== '';
    const body: unknown = isJson ? JSON.parse(text) : undefined;
    const reply = { status: response.status, headers: response.headers, text, body };
    compareWithDefinition(init.method ?? 'GET', path, reply);
    return reply;
  }
  return {
    url: server.url,
    clock,
    server,
    ask,
    async readPage(path) {
      const reply = await ask(path);
      expect(reply.status, reply.text).toBe(200);
      return jobPageSchema.parse(reply.body);
    },
  };
}

/** Checks that the answer is in the document: a body of the schema, or an error of the list. */
function compareWithDefinition(asked: string, path: string, { status, body }: Reply): void {
  const endpoint = endpoints.find((each) => each.method === toMethod(asked) && patternOf(each).test(path));
  if (endpoint === undefined || status === 304 || status === 405 || body === undefined) return;
  if (status === 200 || status === 202) {
    const schema = (status === 202 ? endpoint.accepted?.schema : undefined) ?? endpoint.response.schema;
    expect(schema.parse(body)).toEqual(body);
    return;
  }
  const promised: readonly string[] = errorsOf(endpoint);
  expect(promised).toContain(problemSchema.parse(body).code);
}

const toMethod = (asked: string): string => (asked === 'HEAD' ? 'get' : asked.toLowerCase());

const patternOf = ({ path }: Endpoint): RegExp => new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}(\\?|$)`);

/** Checks what all errors have in common, and returns the problem. */
export function readProblem({ status, headers, text, body }: Reply): Problem & Record<string, unknown> {
  expect(headers.get('content-type')).toBe('application/problem+json');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(text).not.toMatch(/\\n|\bat \S+ \(|node_modules|\.[jt]s:\d/);
  const problem = problemSchema.loose().parse(body);
  expect(problem.status).toBe(status);
  expect(problem.requestId).toBe(headers.get('x-request-id'));
  return problem;
}
