import { fork } from 'node:child_process';
import { once } from 'node:events';
import { type Measurement, measurementSchema } from './measure.ts';

export interface RoundOptions {
  readonly benchmark: string;
  readonly candidate: string;
  readonly inputFile: string;
  readonly warmUps: number;
  readonly samples: number;
  readonly things: number;
}

/** Measures one round of one candidate in a new process. */
export async function measureApart(options: RoundOptions): Promise<Measurement> {
  const { benchmark, candidate, inputFile, warmUps, samples, things } = options;
  const args = [benchmark, candidate, inputFile, String(warmUps), String(samples), String(things)];
  const child = fork(new URL('candidate-process.ts', import.meta.url), args);
  let reported: unknown = null;
  child.on('message', (message) => {
    reported = message;
  });
  const [code] = await once(child, 'close');
  if (code !== 0)
    throw new Error(`${candidate} of ${benchmark} could not be measured: its process ended with ${code}.`);
  return measurementSchema.parse(reported);
}
