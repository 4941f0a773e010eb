#!/usr/bin/env node
import { createInterface } from 'node:readline/promises';
import { runCommand } from './run-command.ts';

const interruption = new AbortController();
// A second signal finds no handler and ends the process at once.
process.once('SIGINT', () => interruption.abort());
process.once('SIGTERM', () => interruption.abort());
// A closed pipe is told to whoever writes; without listeners it would end the process with a stack.
process.stdout.on('error', () => undefined);
process.stderr.on('error', () => undefined);

// The waits of the clock keep no process alive; a command that does nothing but wait is one that has not ended.
const wakefulness = setInterval(() => undefined, 3_600_000);

async function ask(question: string): Promise<string> {
  const line = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await line.question(question, { signal: interruption.signal });
  } finally {
    line.close();
  }
}
const isAttended = process.stdin.isTTY && process.stderr.isTTY;

process.exitCode = await runCommand(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  cwd: process.cwd(),
  signal: interruption.signal,
  ...(isAttended ? { ask } : {}),
});
clearInterval(wakefulness);
