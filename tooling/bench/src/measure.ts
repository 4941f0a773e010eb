import { z } from 'zod';
import type { Work } from './benchmark.ts';
import { median } from './statistics.ts';

/** What one round of one candidate gives. */
export const measurementSchema = z.object({
  /** The first time in a new process: with code that was never run. */
  firstMs: z.number(),
  /** Once warm: the median of the round. */
  warmMs: z.number(),
  /** Once warm: what the work costs in processor time of the whole process. Others on the machine do not add to it. */
  cpuMs: z.number(),
  /** How far the process grew beyond what it held before the work, the first time. */
  peakBytes: z.number(),
});

export type Measurement = z.infer<typeof measurementSchema>;

export interface MeasureOptions {
  readonly expected: number;
  /** How often the work is done before it counts, and how often it counts then. */
  readonly warmUps: number;
  readonly samples: number;
  /** Milliseconds that pass, as `performance.now`. */
  now(): number;
  /** Processor time of this process until now, all its threads together. */
  cpu(): number;
  /** Bytes that the process holds now, and the most that it ever held. */
  held(): number;
  peak(): number;
}

export async function measure(work: Work, options: MeasureOptions): Promise<Measurement> {
  const once = async (): Promise<number> => {
    const start = options.now();
    const made = await work();
    const passed = options.now() - start;
    if (made !== options.expected) throw new Error(`The work came to ${made} instead of ${options.expected}.`);
    return passed;
  };
  const held = options.held();
  const firstMs = await once();
  const peakBytes = Math.max(0, options.peak() - held);
  for (let done = 0; done < options.warmUps; done += 1) await once();
  const samples: number[] = [];
  const cpuStart = options.cpu();
  while (samples.length < options.samples) samples.push(await once());
  // One piece of work is too short for the clock that counts processor time.
  const cpuMs = (options.cpu() - cpuStart) / samples.length;
  return { firstMs, warmMs: median(samples), cpuMs, peakBytes };
}
