import type { Output } from './command-io.ts';

/** A line at the bottom of a terminal that shows progress. */
export interface ProgressBar {
  /** @param share 0 to 1 */
  show(name: string, share: number): void;
  /** Removes the line. */
  end(): void;
}

const cells = 30;
/** Goes before what is written while a bar may be shown. */
export const clearLine = '\r\u001b[2K';
const nothing: ProgressBar = { show: () => undefined, end: () => undefined };

/** The joint progress of several tasks, drawn on terminals only. */
export function createProgressBar(stderr: Output, things: number): ProgressBar {
  if (stderr.isTTY !== true || things === 0) return nothing;
  const shares = new Map<string, number>();
  let isShown = false;
  return {
    show(name, share) {
      shares.set(name, share);
      const sum = [...shares.values()].reduce((total, each) => total + each, 0);
      const whole = Math.min(1, sum / things);
      const full = Math.floor(whole * cells);
      isShown = true;
      stderr.write(
        `${clearLine}[${'#'.repeat(full)}${'.'.repeat(cells - full)}] ${Math.floor(whole * 100)} %  ${name}`,
      );
    },
    end() {
      if (isShown) stderr.write(clearLine);
      isShown = false;
    },
  };
}
