import { z } from 'zod';
import { instantSchema, jobStatusSchema } from './job.ts';

/** `accepted` and `running` are open; the others are final, `unknown` included: nothing more can be learned. */
export const operationStatuses = ['accepted', 'running', 'done', 'failed', 'cancelled', 'unknown'] as const;

/** A request that the vendor accepted and processes asynchronously. `done` refers to the request, not to the jobs it created. */
export const operationSchema = z
  .object({
    id: z.string(),
    connection: z.string(),
    action: z.string().describe('The requested action.'),
    target: z.string().describe("The target of the action: Crossvault's id, or the name of the connection."),
    targetName: z.string().nullable().optional().describe('Name of the target; null where the vendor gives none.'),
    actor: z.string().optional().describe('Who requested it: the name of an API key, or of the user of the command.'),
    acceptedAt: instantSchema.optional().describe('When Crossvault accepted the request.'),
    status: z.enum(operationStatuses),
    jobs: z.array(z.object({ id: z.string(), status: jobStatusSchema })),
    outcome: jobStatusSchema.nullable().describe('The worst status of its jobs; null until they have ended.'),
    startedAt: instantSchema.nullable(),
    endedAt: instantSchema.nullable(),
    retryAfterSeconds: z
      .number()
      .nullable()
      .describe('How long the vendor asks to wait before the next status request.'),
    error: z.object({ code: z.string().nullable(), message: z.string() }).nullable(),
    links: z.object({ self: z.string().optional() }),
  })
  .meta({
    id: 'Operation',
    description: 'A request that the vendor processes asynchronously.',
  });

/** A request that a vendor processes asynchronously. */
export type Operation = z.infer<typeof operationSchema>;
/** One of `operationStatuses`. */
export type OperationStatus = Operation['status'];

/** Whether the request itself has a final status. */
export const isSettled = ({ status }: Pick<Operation, 'status'>): boolean =>
  status !== 'accepted' && status !== 'running';

/** Whether the operation is over: the request has a final status, and the jobs it created have ended. */
export const isOver = (operation: Pick<Operation, 'status' | 'jobs' | 'outcome'>): boolean =>
  isSettled(operation) && (operation.jobs.length === 0 || operation.outcome !== null);
