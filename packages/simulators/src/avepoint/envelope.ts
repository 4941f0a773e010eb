import type { Response } from 'express';
import type { SimulatedClock } from '../clock/clock.ts';
import type { Random } from '../fleet/random.ts';

export type ApiError = { readonly code: string; readonly field: string; readonly message: string };

/** What every answer is wrapped in. */
export type Envelope = {
  send(response: Response, content: Readonly<Record<string, unknown>>): void;
  sendError(response: Response, status: number, error: ApiError): void;
};

/** The pages have an object, an array or nothing for the errors of a good answer; the forms alternate. */
const NO_ERRORS = [{}, { errors: [] }, { errors: null }] as const;

export const createEnvelope = ({ clock, random }: { clock: SimulatedClock; random: Random }): Envelope => {
  const connection = random.hex(13).toUpperCase();
  let count = 0;

  const trace = () => {
    count += 1;
    return {
      requestId: `${connection}:${count.toString(16).padStart(8, '0').toUpperCase()}`,
      timestamp: new Date(clock.now()).toISOString().replace('Z', '000Z'),
      traceId: `00-${random.hex(32)}-${random.hex(16)}-00`,
    };
  };

  return Object.freeze({
    send: (response: Response, content: Readonly<Record<string, unknown>>) => {
      const errors = NO_ERRORS[count % NO_ERRORS.length];
      response.json({ statusCode: 200, message: '', ...errors, ...content, ...trace() });
    },
    sendError: (response: Response, status: number, error: ApiError) => {
      response
        .status(status)
        .json({ statusCode: status, message: error.message, errors: [error], data: null, ...trace() });
    },
  });
};
