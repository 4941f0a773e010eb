import { spawn } from 'node:child_process';

export interface Finished {
  readonly exitCode: number;
  /** What the program wrote to stdout and stderr, in the order in which it arrived. */
  readonly output: string;
}

export interface RunOptions {
  readonly cwd: string;
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** After this time the program is killed, and its exit code is 124. @default 300,000 */
  readonly timeoutMs?: number;
}

const timedOutExitCode = 124;

/** Runs a program to its end. A program that cannot be started is thrown, one that fails is not. */
export function runProgram(command: string, args: readonly string[], options: RunOptions): Promise<Finished> {
  const { cwd, environment = {}, timeoutMs = 300_000 } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, NODE_PATH: undefined, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let isTimedOut = false;
    const timer = setTimeout(() => {
      isTimedOut = true;
      child.kill('SIGKILL');
    }, timeoutMs);
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(timer);
      const note = isTimedOut ? `\nKilled after ${timeoutMs / 1000} seconds.` : '';
      resolve({ exitCode: isTimedOut ? timedOutExitCode : (code ?? 1), output: output + note });
    });
  });
}

/** Runs a program that has to succeed, and gives what it wrote. */
export async function runOrThrow(command: string, args: readonly string[], options: RunOptions): Promise<string> {
  const { exitCode, output } = await runProgram(command, args, options);
  if (exitCode !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${exitCode}:\n${output.trim()}`);
  return output;
}
