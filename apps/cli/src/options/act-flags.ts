import type { WaitOptions } from '@crossvault/engine';
import type { GlobalFlags } from '../output/command-io.ts';
import { readSpanMs } from './read-list-flags.ts';

/** Time limit and goal of waiting. */
export interface WaitFlags extends GlobalFlags {
  readonly timeout?: string;
  readonly until: WaitOptions['until'];
}

/** The options of every command that changes something at a vendor. */
export interface ActFlags extends WaitFlags {
  readonly wait?: boolean;
  readonly dryRun?: boolean;
  readonly confirm?: string;
  readonly idempotencyKey?: string;
}

const mostSeconds = 10_000_000;

export const readTimeoutMs = ({ timeout }: WaitFlags): number =>
  timeout === undefined ? Number.POSITIVE_INFINITY : readSpanMs('timeout', timeout, mostSeconds);
