import { CrossvaultError } from '@crossvault/core';
import { CommanderError } from 'commander';
import { findOptionValue } from '../../options/command-word.ts';
import type { CommandIo } from '../command-io.ts';
import { checkFormats, renderCheck, toFailedCheck } from './check.ts';

/** Where a failed check is reported, and how it was called. */
export interface FailedCheck extends Pick<CommandIo, 'stdout' | 'signal'> {
  readonly argv: readonly string[];
}

/** Reports why a check gave no answer, in the line that the monitoring system reads, without secrets. Gives the exit code, which is 3. */
export function reportFailedCheck(error: unknown, { stdout, signal, argv }: FailedCheck): number {
  const written = findOptionValue(argv, '--format');
  const format = checkFormats.find((each) => each === written) ?? 'nagios';
  const result = toFailedCheck(signal.aborted ? 'Interrupted before there was an answer.' : toMessage(error));
  stdout.write(`${renderCheck(result, format, findOptionValue(argv, '--service') ?? 'Crossvault backups')}\n`);
  return result.status;
}

function toMessage(error: unknown): string {
  if (error instanceof CommanderError) return error.message.replace(/^error: /, '');
  const { message, code } = CrossvaultError.from(error);
  return `${message} [${code}]`;
}
