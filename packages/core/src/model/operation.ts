import { z } from 'zod';
import { instantSchema, jobStatusSchema } from './job.ts';

export const operationStatuses = ['accepted', 'running', 'done', 'failed', 'cancelled', 'unknown'] as const;

/** A request that the vendor accepted and works off later. `done` says nothing about the jobs that it created. */
export const operationSchema = z
  .object({
    id: z.string(),
    connection: z.string(),
    action: z.string().describe('What was asked for, in our words.'),
    target: z.string().describe('What it was asked of: our id of it, or the name of the connection.'),
    targetName: z.string().nullable().optional().describe('As people call it.'),
    actor: z.string().optional().describe('Who asked.'),
    acceptedAt: instantSchema.optional().describe('When it was asked of us.'),
    status: z.enum(operationStatuses),
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
export type OperationStatus = Operation['status'];

/** Whether the vendor will say no more about the request itself. */
export const isSettled = ({ status }: Pick<Operation, 'status'>): boolean =>
  status !== 'accepted' && status !== 'running';

/** Whether nothing more will happen: the request is over, and the jobs that it made are. */
export const isOver = (operation: Pick<Operation, 'status' | 'jobs' | 'outcome'>): boolean =>
  isSettled(operation) && (operation.jobs.length === 0 || operation.outcome !== null);
