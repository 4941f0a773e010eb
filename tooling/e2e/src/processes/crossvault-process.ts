import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The real command in a process of its own. */
export interface CrossvaultProcess {
  readonly child: ChildProcess;
  /** Everything it has said so far, to stderr and to stdout. */
  readonly said: { readonly out: string; readonly err: string };
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
  /** Resolves when it has said something that matches on stderr; rejects when it ends before. Gives the match. */
  output(pattern: RegExp): Promise<string>;
}

const entry = fileURLToPath(import.meta.resolve('@crossvault/cli'));
const main = entry.replace(/index\.ts$/, 'main.ts');

export function startCrossvault(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): CrossvaultProcess {
  const child = spawn(process.execPath, [main, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.err += text;
  });
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.once('close', (code, signal) => resolve(code ?? signal));
  });
  return {
    child,
    said,
    ended,
    output: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const [found] = pattern.exec(said.err) ?? [];
          if (found !== undefined) resolve(found);
        };
        child.stderr.on('data', look);
        look();
        ended.then((code) => reject(new Error(`It ended with ${code} before it said ${pattern}: ${said.err}`)));
      }),
  };
}
