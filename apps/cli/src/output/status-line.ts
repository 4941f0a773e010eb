import type { Output } from './command-io.ts';
import { toPlainLine } from './plain-text.ts';

/** A line at the bottom of a terminal that shows a state. */
export interface StatusLine {
  show(text: string): void;
  /** Removes the line. */
  end(): void;
}

const clearLine = '\r\u001b[2K';

/** Drawn on a terminal alone: a pipe gets nothing. */
export function createStatusLine(stderr: Output): StatusLine {
  if (stderr.isTTY !== true) return { show: () => undefined, end: () => undefined };
  let shown = '';
  return {
    show(text) {
      const line = toPlainLine(text).slice(0, (stderr.columns ?? 80) - 1);
      if (line !== shown) stderr.write(`${clearLine}${line}`);
      shown = line;
    },
    end() {
      if (shown !== '') stderr.write(clearLine);
      shown = '';
    },
  };
}
