import type { Request } from 'express';
import type { SimulatedClock } from '../clock/clock.ts';
import { UnknownJobError } from '../fleet/job-table.ts';
import type { SimulatedVendor } from '../simulated-vendor.ts';
import { isRecord } from './read-job-input.ts';

export class ControlError extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.name = 'ControlError';
    this.status = status;
  }
}

export type Control = {
  readonly clock: SimulatedClock;
  readonly vendors: readonly SimulatedVendor[];
  onClockMoved(clock: SimulatedClock): Promise<void>;
};

export const findVendor = ({ vendors }: Control, id: unknown): SimulatedVendor => {
  const vendor = vendors.find((candidate) => candidate.id === id);
  if (vendor !== undefined) return vendor;
  throw new ControlError(404, `no vendor ${id}; there are ${vendors.map((known) => known.id).join(', ')}`);
};

export const readBody = (request: Request): Record<string, unknown> => {
  const body: unknown = request.body ?? {};
  if (isRecord(body)) return body;
  throw new ControlError(400, 'the body has to be a JSON object');
};

/** Invalid values are answered with 400, an unknown job with 404. */
export const asControlError = (error: unknown): unknown => {
  if (error instanceof UnknownJobError) return new ControlError(404, error.message);
  if (error instanceof RangeError || error instanceof TypeError) return new ControlError(400, error.message);
  return error;
};

export const attempt = <Result>(action: () => Result): Result => {
  try {
    return action();
  } catch (error) {
    throw asControlError(error);
  }
};
