import type { Operation } from '@crossvault/core';
import { isOver } from '@crossvault/core';
import type { WaitOptions } from '@crossvault/engine';
import { z } from 'zod';
import type { Services } from './endpoint.ts';

const mostWaitSeconds = 300;

/** How long an answer may wait for the end of an operation, and which end. */
export const waitParameters = {
  wait: z.int().min(0).max(mostWaitSeconds).default(0).describe('Seconds that the response may wait for the end.'),
  until: z
    .enum(['operation', 'jobs'])
    .default('jobs')
    .describe('Which end to wait for: that of the request, or also that of the jobs that it created.'),
};

export const toWaitOptions = ({
  wait,
  until,
}: {
  readonly wait: number;
  readonly until: WaitOptions['until'];
}): WaitOptions => ({ waitMs: wait * 1000, until });

/** Sets Retry-After on an operation that has not ended. */
export function setRetryAfter(operation: Operation, { setHeader }: Pick<Services, 'setHeader'>): void {
  const { retryAfterSeconds } = operation;
  if (retryAfterSeconds !== null && !isOver(operation)) setHeader('Retry-After', String(Math.ceil(retryAfterSeconds)));
}
