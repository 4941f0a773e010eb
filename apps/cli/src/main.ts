#!/usr/bin/env node
import './require-node.ts';

import { nameCommand } from './program/name-command.ts';
import { isCheck, reportFailure, runCommand, unknownExitCode } from './run-command.ts';

const interruption = new AbortController();
/** Longer than all other time limits of the shutdown: after it the process ends in any case. */
const longestEndMs = 12_000;
const argv = process.argv.slice(2);
const interruptedExitCode = isCheck(argv) ? unknownExitCode : 130;

function interrupt(): void {
  interruption.abort();
  setTimeout(() => process.exit(process.exitCode ?? interruptedExitCode), longestEndMs).unref();
}
// A second signal finds no handler and ends the process at once.
process.once('SIGINT', interrupt);
process.once('SIGTERM', interrupt);
// Warnings of libraries are for developers. Crossvault reports what concerns the user itself.
process.removeAllListeners('warning');
// Writers handle a closed pipe; without these listeners it would end the process with a stack.
process.stdout.on('error', () => undefined);
process.stderr.on('error', () => undefined);

// Timers of the clock do not keep the process alive, so this interval does while a command waits.
const wakefulness = setInterval(() => undefined, 3_600_000);

async function ask(question: string): Promise<string> {
  const { createInterface } = await import('node:readline/promises');
  const line = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await line.question(question, { signal: interruption.signal });
  } finally {
    line.close();
  }
}
const isAttended = process.stdin.isTTY && process.stderr.isTTY;
/**
 * Garbage is collected before the heap grows for it, the part for what is new stays as small as it began, and nothing is
 * compiled to be quicker: such a command waits for its store, and compiling takes more memory than all that it holds.
 */
const small = ['--optimize-for-size', '--semi-space-growth-factor=1', '--no-opt', '--no-maglev'];

// Code of a vendor of one's own may throw in a timer or in a promise that is not awaited. Node.js would print the stack with its secrets.
process.on('uncaughtException', (error) => {
  const io = { stdout: process.stdout, stderr: process.stderr, signal: interruption.signal };
  void reportFailure(error, argv, io).then((exitCode) => process.exit(exitCode));
});

process.exitCode = await runCommand(argv, {
  stdout: process.stdout,
  stderr: process.stderr,
  cwd: process.cwd(),
  command: nameCommand(process.argv[1] ?? '', process.cwd()),
  signal: interruption.signal,
  ...(isAttended ? { ask } : {}),
  async keepSmall() {
    const { setFlagsFromString } = await import('node:v8');
    for (const flag of small) setFlagsFromString(flag);
  },
});
clearInterval(wakefulness);
