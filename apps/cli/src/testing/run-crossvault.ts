import { tmpdir } from 'node:os';
import { WriteStream } from 'node:tty';
import type { Clock } from '@crossvault/core';
import type { RuntimeOptions } from '@crossvault/runtime';
import type { CommandIo } from '../output/command-io.ts';
import { runCommand } from '../run-command.ts';

export interface Run {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly openRuntime?: CommandIo['openRuntime'];
  readonly clock?: Clock;
  readonly cwd?: string;
  readonly environment?: RuntimeOptions['environment'];
  readonly signal?: AbortSignal;
  /** A terminal of so many columns instead of a pipe. */
  readonly columns?: number;
  /** Called with everything that is written, as it is written. */
  readonly watch?: (written: { readonly out: string; readonly err: string }) => void;
  /** The user at the terminal. */
  readonly ask?: CommandIo['ask'];
  /** How writing data fails. */
  readonly writeError?: Error;
}

/** What a terminal of many colours says of an environment, by Node's own rules. */
function hasColors(environment: object = {}): boolean {
  const depth = WriteStream.prototype.getColorDepth({ TERM: 'xterm-256color', ...environment });
  return depth > 1;
}

/** Runs the command line in this process and gives what it wrote. */
export async function runCrossvault(argv: readonly string[], options: RunOptions = {}): Promise<Run> {
  const written = { out: '', err: '' };
  const { openRuntime, columns, writeError, watch = () => undefined } = options;
  const output = (name: 'out' | 'err') => ({
    write(text: string, done?: (error?: Error | null) => void) {
      if (name === 'out' && writeError !== undefined) return done?.(writeError);
      written[name] += text;
      watch(written);
      return done?.();
    },
    ...(columns === undefined ? {} : { columns, isTTY: true, hasColors }),
  });
  const exitCode = await runCommand(argv, {
    stdout: output('out'),
    stderr: output('err'),
    environment: options.environment ?? {},
    cwd: options.cwd ?? tmpdir(),
    signal: options.signal ?? new AbortController().signal,
    ...(options.clock === undefined ? {} : { clock: options.clock }),
    ...(options.ask === undefined ? {} : { ask: options.ask }),
    ...(openRuntime === undefined ? {} : { openRuntime }),
  });
  return { exitCode, ...written };
}
