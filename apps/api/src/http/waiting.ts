import type { Operation } from '@crossvault/core';
import { isOver } from '@crossvault/core';
import type { WaitOptions } from '@crossvault/engine';
import { z } from 'zod';
import type { Services } from './endpoint.ts';

const mostWaitSeconds = 300;

/** How long an answer may wait for the end of an operation, and for which end. */
export const waitParameters = {
  wait: z
    .int()
    .min(0)
    .max(mostWaitSeconds)
    .default(0)
    .describe('Seconds that the answer may wait for the end. It comes at the end, or when they are over.'),
  until: z
    .enum(['operation', 'jobs'])
    .default('jobs')
    .describe('Which end: that of the request itself, or that of the jobs that it made, too.'),
};

export const toWaitOptions = ({
  wait,
  until,
}: {
  readonly wait: number;
  readonly until: WaitOptions['until'];
}): WaitOptions => ({ waitMs: wait * 1000, until });

/** Says when to look again at what goes on. */
export function tellWhenToLook(operation: Operation, { tell }: Pick<Services, 'tell'>): void {
  const { retryAfterSeconds } = operation;
  if (retryAfterSeconds !== null && !isOver(operation)) tell('Retry-After', String(Math.ceil(retryAfterSeconds)));
}
