import type { WaitOptions } from '@crossvault/engine';
import { type Command, Option } from 'commander';
import type { GlobalFlags } from './command-io.ts';
import { readWholeNumber } from './read-list-flags.ts';

/** How long is waited for, and for what. */
export interface PatienceFlags extends GlobalFlags {
  readonly timeout?: string;
  readonly until: WaitOptions['until'];
}

/** The options of every command that changes something at a vendor. */
export interface ActFlags extends PatienceFlags {
  readonly wait?: boolean;
  readonly dryRun?: boolean;
  readonly confirm?: string;
  readonly idempotencyKey?: string;
}

const mostSeconds = 10_000_000;

export const readTimeoutMs = ({ timeout }: PatienceFlags): number =>
  timeout === undefined ? Number.POSITIVE_INFINITY : readWholeNumber('timeout', timeout, 0, mostSeconds) * 1000;

export const addPatience = (command: Command): Command =>
  command
    .option('--timeout <seconds>', 'wait no longer than that (default: as long as it takes)')
    .addOption(
      new Option('--until <end>', 'until the request has ended, or the jobs that it made have, too')
        .choices(['operation', 'jobs'])
        .default('jobs'),
    );

const exitCodes = [
  '',
  'Exit codes: 0 it was taken up, or with --wait it succeeded; 3 a warning or skipped; 4 failed, cancelled, unknown, or as',
  'things stand the vendor does not do it; 5 the time was over first; 7 the connection or the account may not do it.',
].join('\n');

export const addActOptions = (command: Command): Command =>
  addPatience(command.option('--wait', 'wait for the end; the exit code is its result'))
    .option('--dry-run', 'say what would be sent, and send nothing')
    .option('--confirm <name>', 'name of the target, where data is destroyed; a terminal asks for it')
    .option('--idempotency-key <key>', 'the same key and request is done once, however often it is asked for')
    .addHelpText('after', exitCodes);
