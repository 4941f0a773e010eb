import type { JobStatus } from '@crossvault/core';
import picocolors from 'picocolors';

/** Colours of the output; plain text where colours are off. */
export interface Palette {
  status(status: JobStatus): (text: string) => string;
  trouble(text: string): string;
  good(text: string): string;
  quiet(text: string): string;
}

export function createPalette(color: boolean): Palette {
  const { red, yellow, green, cyan, dim } = picocolors.createColors(color);
  const paints: Readonly<Record<JobStatus, (text: string) => string>> = {
    queued: cyan,
    running: cyan,
    cancelling: cyan,
    succeeded: green,
    warning: yellow,
    failed: red,
    cancelled: yellow,
    skipped: dim,
    unknown: yellow,
  };
  return { status: (status) => paints[status], trouble: red, good: green, quiet: dim };
}
