import type { Express, Request, Response } from 'express';
import type { SimulatedClock } from '../clock/clock.ts';
import type { Random } from '../fleet/random.ts';
import { requireBearer, type Tokens } from '../http/tokens.ts';
import { toInstant } from '../truth.ts';
import type { ReadBudget } from './read-budget.ts';

export const sendArmError = (response: Response, status: number, code: string, message: string): void => {
  response.status(status).json({ error: { code, message } });
};

/** Query parameters of the resource manager are compared without case. */
export const readParameter = (request: Request, name: string): string | null => {
  const parameters = new URL(request.originalUrl, 'http://localhost').searchParams;
  return [...parameters].find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1] ?? null;
};

export const apiVersionOf = (request: Request): string => readParameter(request, 'api-version') ?? '';

const compact = (instant: string): string => instant.replace(/[-:]|\.\d+/g, '');

const UNAUTHORIZED = {
  missing: ['AuthenticationFailed', "Authentication failed. The 'Authorization' header is missing."],
  unknown: ['InvalidAuthenticationToken', 'The access token is invalid.'],
  expired: ['ExpiredAuthenticationToken', 'The access token expiry UTC time is earlier than the current UTC time.'],
} as const;

const subscriptionOf = (request: Request): string => /^\/subscriptions\/([^/]+)/i.exec(request.path)?.[1] ?? '';

/** The names in the path for which a permission may be missing: the subscription and the vault. */
const isDenied = (request: Request, denied: readonly string[]): boolean => {
  const segments = request.path.toLowerCase().split('/');
  const vault = segments[segments.findIndex((segment) => /^(?:backup)?vaults$/.test(segment)) + 1] ?? '';
  return denied.some((name) => [subscriptionOf(request).toLowerCase(), vault].includes(name.toLowerCase()));
};

const countRequest = (request: Request, response: Response, budget: ReadBudget): boolean => {
  if (request.method !== 'GET') {
    response.set('x-ms-ratelimit-remaining-subscription-writes', '1199');
    return true;
  }
  const { left, global, waitSeconds } = budget.take(subscriptionOf(request).toLowerCase());
  response.set('x-ms-ratelimit-remaining-subscription-reads', String(left));
  if (global !== null) response.set('x-ms-ratelimit-remaining-subscription-global-reads', String(global));
  if (waitSeconds === 0) return true;
  response.set('Retry-After', String(waitSeconds));
  const message = `The request is being throttled. Please try after '${waitSeconds}' seconds.`;
  sendArmError(response, 429, 'SubscriptionRequestsThrottled', message);
  return false;
};

/** Processing of a request in Resource Manager before its provider: trace headers, token, budget, api-version, rights. */
export const registerArm = (
  app: Express,
  {
    clock,
    random,
    tokens,
    budget,
    denied,
  }: { clock: SimulatedClock; random: Random; tokens: Tokens; budget: ReadBudget; denied: readonly string[] },
): void => {
  app.use((request, response, next) => {
    const id = random.uuid();
    const caller = request.get('x-ms-client-request-id');
    response.set({
      'Cache-Control': 'no-cache',
      Pragma: 'no-cache',
      'X-Content-Type-Options': 'nosniff',
      'x-ms-request-id': id,
      'x-ms-correlation-request-id': id,
      'x-ms-routing-request-id': `WESTEUROPE:${compact(toInstant(clock.now()))}:${id}`,
      ...(caller === undefined ? {} : { 'x-ms-client-request-id': `${caller}, ${caller}` }),
    });
    next();
  });
  app.use(
    requireBearer(tokens, (verdict, _request, response) => {
      const [code, message] = UNAUTHORIZED[verdict];
      response.set(
        'WWW-Authenticate',
        `Bearer authorization_uri="https://login.microsoftonline.com/", error="invalid_token"`,
      );
      sendArmError(response, 401, code, message);
    }),
  );
  app.use((request, response, next) => {
    if (!countRequest(request, response, budget)) return;
    const version = apiVersionOf(request);
    if (version === '') {
      const message = 'The api-version query parameter (?api-version=) is required for all requests.';
      sendArmError(response, 400, 'MissingApiVersionParameter', message);
    } else if (!/^\d{4}-\d{2}-\d{2}(-preview)?$/.test(version)) {
      sendArmError(response, 400, 'InvalidApiVersionParameter', `The api-version '${version}' is invalid.`);
    } else if (isDenied(request, denied)) {
      const message = `The client does not have authorization to perform action 'read' over scope '${request.path}' or the scope is invalid.`;
      sendArmError(response, 403, 'AuthorizationFailed', message);
    } else {
      next();
    }
  });
};

/** What no provider answers. */
export const registerNoRoute = (app: Express): void => {
  app.use((request, response) => {
    const message = `No route providers support ${request.method} '${request.path}'.`;
    sendArmError(response, 404, 'InvalidResourceType', message);
  });
};
