import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What one run of a program took. */
export interface Run {
  readonly wallMs: number;
  /** Of the process with all its threads; null where the system does not say it. */
  readonly processorMs: number | null;
}

/** The unit of `/proc/self/stat` on every Linux that Node.js runs on. */
const tickMs = 10;

/** Processor time of all processes that this one has started and that have ended. */
function endedProcessesMs(): number | null {
  try {
    const text = readFileSync('/proc/self/stat', 'utf8');
    // The name of the program, in brackets, may have spaces.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[13]) + Number(fields[14])) * tickMs;
  } catch {
    return null;
  }
}

/** Runs a program to its end. Throws when it fails, or does not say what it should. */
export function runProgram([program = '', ...args]: readonly string[], says: RegExp): Run {
  const before = endedProcessesMs();
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(program, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 2 ** 26,
  });
  const wallMs = performance.now() - start;
  if (status !== 0 || !says.test(stdout)) {
    throw new Error(`${args.at(-1)} ended with ${status}: ${stderr.slice(0, 500)} ${stdout.slice(0, 500)}`);
  }
  const after = endedProcessesMs();
  return { wallMs, processorMs: before === null || after === null ? null : after - before };
}
