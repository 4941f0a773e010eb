import type { Exchange } from './exchange.ts';
import type { Fault } from './fault.ts';
import { HTML_PAGE } from './fault-body.ts';

type Refused = { readonly status: number; readonly body: 'vendor' | 'html' | 'none' };

/** The kinds that are a status and nothing else. */
const STATUSES: Readonly<Partial<Record<Fault['kind'], number>>> = {
  unauthorized: 401,
  'not-found': 404,
  'timeout-status': 408,
  conflict: 409,
};

const MESSAGE = 'This failure is simulated.';
const JSON_TYPE = 'application/json; charset=utf-8';

/** The status that a fault answers with instead of the vendor; null: it is no such fault. */
export const refusalOf = (fault: Fault): Refused | null => {
  if (fault.kind === 'status') return fault;
  const status = STATUSES[fault.kind];
  return status === undefined ? null : { status, body: 'vendor' };
};

const sendProblem = ({ response, shapes }: Exchange, status: number, problem: unknown): void => {
  response.status(status).set('Content-Type', shapes.problemType ?? JSON_TYPE);
  response.send(Buffer.from(JSON.stringify(problem)));
};

export const sendPage = ({ response }: Exchange, status: number): void => {
  response.status(status).set('Content-Type', 'text/html; charset=utf-8').send(Buffer.from(HTML_PAGE));
};

export const sendRefusal = (exchange: Exchange, { status, body }: Refused): void => {
  const { response, shapes } = exchange;
  if (status === 401) response.set('WWW-Authenticate', 'Bearer error="invalid_token"');
  if (body === 'vendor') sendProblem(exchange, status, shapes.problem(status, MESSAGE));
  else if (body === 'html') sendPage(exchange, status);
  else response.status(status).end();
};

/** A failure with the status of a success. */
export const sendErrorEnvelope = ({ response, shapes }: Exchange): void => {
  const body = Buffer.from(JSON.stringify(shapes.problem(500, MESSAGE)));
  response.status(200).set('Content-Type', JSON_TYPE).send(body);
};

/** 429 with the wait in one of its forms; null: nothing is waited for. */
export const sendThrottled = (exchange: Exchange, refusal: ReturnType<Exchange['throttle']['refuse']>): boolean => {
  if (refusal === null) return false;
  exchange.response.set(refusal.headers);
  sendProblem(exchange, 429, refusal.body);
  return true;
};
