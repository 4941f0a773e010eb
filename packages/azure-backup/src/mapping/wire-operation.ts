import { tolerant, wireFor } from '@crossvault/core';
import { z } from 'zod';
import type { components } from '../generated/schema.ts';

type Schemas = components['schemas'];

const text = () => tolerant(z.string());

/** The jobs that an operation made, in the forms that are documented for one and for several. */
const madeWire = wireFor<Schemas['OperationStatusProperties']>()(
  z.object({
    objectType: text(),
    jobId: text(),
    jobIds: tolerant(z.array(tolerant(z.string())).readonly()),
    failedJobsError: tolerant(z.record(z.string(), tolerant(z.string()))),
  }),
);

export const operationStatusWire = wireFor<Schemas['OperationStatus']>()(
  z.object({
    id: text(),
    name: text(),
    status: text(),
    startTime: text(),
    endTime: text(),
    error: tolerant(wireFor<Schemas['OperationError']>()(z.object({ code: text(), message: text() }))),
    properties: tolerant(madeWire),
  }),
);

export type OperationStatusWire = z.output<typeof operationStatusWire>;
