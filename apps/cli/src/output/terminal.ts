import type { CommandIo, GlobalFlags, OutputForm } from './command-io.ts';
import { toPlainLine } from './plain-text.ts';

/** Columns of a terminal that does not say how many it has. */
const usualWidth = 80;
/** What is read by a program has a line for each row, however long. */
const pipedWidth = Number.POSITIVE_INFINITY;

/** Where a command prints. */
export interface Terminal {
  readonly form: OutputForm;
  readonly width: number;
  readonly color: boolean;
  /** Prints data; resolves when it is out, so that a slow reader is waited for. */
  print(text: string): Promise<void>;
  /** Writes a note beside the data, always one line, whatever text of a vendor it contains. */
  note(line: string): void;
}

export function createTerminal(io: CommandIo, flags: Pick<GlobalFlags, 'output' | 'color'>): Terminal {
  const { stdout, stderr } = io;
  const isTerminal = stdout.isTTY === true;
  return {
    form: flags.output,
    width: isTerminal ? (stdout.columns ?? usualWidth) : pipedWidth,
    color: flags.color && isTerminal && stdout.hasColors?.(io.environment) === true,
    print: (text) =>
      new Promise((resolve, reject) => {
        stdout.write(text, (error) => (error === null || error === undefined ? resolve() : reject(error)));
      }),
    note: (line) => void stderr.write(`${toPlainLine(line)}\n`),
  };
}

/** Whether writing failed because the reader closed the pipe (`| head`): a reason to stop, not an error. */
export function isClosedPipe(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED');
}
