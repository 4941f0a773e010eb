#!/usr/bin/env node
import { runCommand } from './command/command.ts';

/** A second signal finds no handler and ends the process at once. */
const untilSignal = (): Promise<void> =>
  new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });

process.exitCode = await runCommand(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  note: (text) => void process.stderr.write(text),
  untilStopped: untilSignal,
});
