import type { Express, Request, Response } from 'express';
import type { SimulatedClock } from '../clock.ts';
import type { Random } from '../random.ts';
import { requireBearer, type Tokens } from '../tokens.ts';
import { toInstant } from '../truth.ts';

const HOUR_MS = 3_600_000;
/** What a subscription may read in an hour, one less than the first answer on the vendor's page shows. */
const READS_AN_HOUR = 12_000;

export const sendArmError = (response: Response, status: number, code: string, message: string): void => {
  response.status(status).json({ error: { code, message } });
};

/** Query parameters of the resource manager are compared without case. */
export const readParameter = (request: Request, name: string): string | null => {
  const parameters = new URL(request.originalUrl, 'http://localhost').searchParams;
  return [...parameters].find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1] ?? null;
};

export const apiVersionOf = (request: Request): string => readParameter(request, 'api-version') ?? '';

const createReadBudget = (clock: SimulatedClock): (() => number) => {
  let hour = Number.NaN;
  let left = READS_AN_HOUR;
  return () => {
    const now = Math.floor(clock.now() / HOUR_MS);
    left = now === hour ? Math.max(0, left - 1) : READS_AN_HOUR - 1;
    hour = now;
    return left;
  };
};

const compact = (instant: string): string => instant.replace(/[-:]|\.\d+/g, '');

const UNAUTHORIZED = {
  missing: ['AuthenticationFailed', "Authentication failed. The 'Authorization' header is missing."],
  unknown: ['InvalidAuthenticationToken', 'The access token is invalid.'],
  expired: ['ExpiredAuthenticationToken', 'The access token expiry UTC time is earlier than the current UTC time.'],
} as const;

/** What the resource manager does before a provider sees the request: trace headers, token, api-version. */
export const registerArm = (
  app: Express,
  { clock, random, tokens }: { clock: SimulatedClock; random: Random; tokens: Tokens },
): void => {
  const countRead = createReadBudget(clock);
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
    const version = apiVersionOf(request);
    if (request.method === 'GET') response.set('x-ms-ratelimit-remaining-subscription-reads', String(countRead()));
    else response.set('x-ms-ratelimit-remaining-subscription-writes', '1199');
    if (version === '') {
      const message = 'The api-version query parameter (?api-version=) is required for all requests.';
      sendArmError(response, 400, 'MissingApiVersionParameter', message);
    } else if (!/^\d{4}-\d{2}-\d{2}(-preview)?$/.test(version)) {
      sendArmError(response, 400, 'InvalidApiVersionParameter', `The api-version '${version}' is invalid.`);
    } else {
      next();
    }
  });
};
