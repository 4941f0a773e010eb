import type { Output } from './command-io.ts';

/** A line is written no later than so long after it was given. */
const delayMs = 50;
/** As much as is collected at most. */
const mostCharacters = 16_384;

/** Lines that are written together: one call of the system for each of them costs more than answering a short request. */
export interface LineBuffer {
  write(line: string): void;
  /** Writes what is there, now. */
  flush(): void;
}

export function createLineBuffer(output: Pick<Output, 'write'>): LineBuffer {
  let lines = '';
  let timer: NodeJS.Timeout | undefined;
  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    const text = lines;
    lines = '';
    if (text !== '') output.write(text);
  }
  return {
    write(line) {
      lines += line;
      if (lines.length >= mostCharacters) flush();
      else timer ??= setTimeout(flush, delayMs);
    },
    flush,
  };
}
