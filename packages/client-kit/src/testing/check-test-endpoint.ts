import type { ProbeStep } from '@crossvault/core';
import { createEndpointCheck, type EndpointCheckOptions } from '../index.ts';

export const realClock = {
  now: () => Date.now(),
  monotonicMs: () => performance.now(),
  sleep: () => new Promise<void>(() => undefined),
};
export const patientCall = { signal: new AbortController().signal };

/** Resolves every name below `.test` to this machine, and no other name. */
export const lookUp: NonNullable<EndpointCheckOptions['lookUp']> = async (host) => {
  if (host.endsWith('.test')) return [{ address: '127.0.0.1', family: 4 }];
  throw Object.assign(new Error('no such host'), { code: 'ENOTFOUND' });
};

/** Checks an endpoint with a call that is never cancelled. */
export const checkTestEndpoint = (
  url: string,
  options: Partial<EndpointCheckOptions> = {},
): Promise<readonly ProbeStep[]> =>
  createEndpointCheck({ clock: realClock, lookUp, ...options })({ name: 'api', url }, patientCall);
