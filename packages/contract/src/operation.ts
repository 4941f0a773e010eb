import { z } from 'zod';
import { instantSchema, jobStatusSchema } from './job.ts';

/** A request that the vendor accepted and works off later. `done` says nothing about the jobs that it created. */
export const operationSchema = z
  .object({
    id: z.string(),
    connection: z.string(),
    action: z.string().describe('What was asked for, in our words.'),
    target: z.string().describe('What it was asked of.'),
    status: z.enum(['accepted', 'running', 'done', 'failed', 'cancelled', 'unknown']),
    jobs: z.array(z.object({ id: z.string(), status: jobStatusSchema })),
    outcome: jobStatusSchema.nullable().describe('The worst status of its jobs; null until they have ended.'),
    startedAt: instantSchema.nullable(),
    endedAt: instantSchema.nullable(),
    retryAfterSeconds: z.number().nullable().describe('How long the vendor asks to wait before looking again.'),
    error: z.object({ code: z.string().nullable(), message: z.string() }).nullable(),
    links: z.object({ self: z.string().optional() }),
  })
  .meta({
    id: 'Operation',
    description: 'A request that the vendor works off.',
  });

export type Operation = z.infer<typeof operationSchema>;
