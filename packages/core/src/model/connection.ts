import { z } from 'zod';
import { errorCodes } from '../errors/error-table.ts';
import { problemSchema } from '../errors/problem.ts';
import { actionSchema, permissions } from './action.ts';
import { instantSchema } from './job.ts';

/** How a filter is done at a connection: by the vendor and checked here, or here alone. */
const filterModeSchema = z.enum(['native', 'emulated']);

/** What a connection can do, derived from the connector: nothing here is written by hand. */
export const capabilitiesSchema = z
  .object({
    log: z.boolean(),
    cancel: z.boolean(),
    retry: z.boolean(),
    export: z.boolean(),
    plans: z.array(z.string()).describe('Calls that plans have here; [] when there are no plans.'),
    protectedItems: z.array(z.string()).describe('Calls that protected items have here.'),
    operations: z.boolean(),
    actions: z.array(actionSchema).describe('What can be asked for here, as far as its things are in a state for it.'),
    allow: z
      .array(z.enum(permissions))
      .describe('What the configuration allows of it; [] where the connection is read-only.'),
    filters: z.record(z.string(), filterModeSchema),
    deniedFields: z.array(z.string()).describe('Fields that this account may not read, as the last probe saw.'),
  })
  .meta({ id: 'Capabilities' });

/** One configured account, appliance, console or set of vaults at one vendor. */
export const connectionSchema = z
  .object({
    name: z.string(),
    vendor: z.string(),
    title: z.string().describe("The product's name."),
    health: z
      .enum(['ok', 'degraded', 'failing', 'unknown'])
      .describe('As it was seen last; `unknown` before it was asked.'),
    checkedAt: instantSchema.nullable(),
    problem: problemSchema.nullable(),
    capabilities: capabilitiesSchema.nullable().describe('Null when the connection could not be set up.'),
    history: z.enum(['complete', 'sampled']).nullable(),
    budget: z
      .object({
        remaining: z.int().nullable(),
        resetAt: instantSchema.nullable(),
      })
      .nullable()
      .describe('What the vendor says is left; null when it does not say.'),
    sync: z
      .object({
        state: z
          .enum(['waiting', 'syncing', 'current', 'failing'])
          .describe('Not begun; the history is being read; everything is read; the last turn went wrong.'),
        lastAt: instantSchema.nullable().describe('Everything that the vendor knew by then is stored.'),
        nextAt: instantSchema.nullable(),
        jobs: z.int().nonnegative(),
        lagSeconds: z.number().nullable().describe('How far behind the vendor what is stored may be.'),
        progress: z.number().nullable().describe('How much of the history has been read, 0 to 1.'),
        missedRuns: z
          .int()
          .nonnegative()
          .describe('Where history is sampled: runs that must have been between two looks.'),
        problem: problemSchema.nullable().describe('Why the last turn went wrong.'),
      })
      .nullable()
      .describe('Null where answers come live from the vendor.'),
    tags: z.array(z.string()),
  })
  .meta({ id: 'Connection' });

export const connectionListSchema = z.object({ data: z.array(connectionSchema) }).meta({ id: 'ConnectionList' });

/** What a probe found, step by step. */
export const probeSchema = z
  .object({
    connection: z.string(),
    ok: z.boolean(),
    steps: z.array(
      z.object({
        name: z.string(),
        ok: z.boolean(),
        detail: z.string().describe('What was seen.'),
        advice: z.string().nullable().describe('What to do about it; null where nothing has to be done.'),
        code: z.enum(errorCodes).nullable().describe('Why it failed; null when it did not.'),
        durationMs: z.number().nonnegative(),
      }),
    ),
    deniedFields: z.array(z.string()),
  })
  .meta({ id: 'Probe' });

/** What came of a request to sync. */
export const syncAnswerSchema = z
  .object({
    connection: z.string(),
    finished: z.boolean().describe('False while it goes on.'),
    sync: connectionSchema.shape.sync,
  })
  .meta({ id: 'SyncAnswer' });

export type SyncAnswer = z.infer<typeof syncAnswerSchema>;
export type Capabilities = z.infer<typeof capabilitiesSchema>;
export type Connection = z.infer<typeof connectionSchema>;
export type Probe = z.infer<typeof probeSchema>;
