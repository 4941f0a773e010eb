import { z } from 'zod';
import { errorCodes } from '../errors/error-table.ts';
import { problemSchema } from '../errors/problem.ts';
import { actionSchema, permissions } from './action.ts';
import { instantSchema } from './job.ts';

/** Who applies a filter: `native` the vendor, checked by Crossvault; `emulated` Crossvault alone. */
const filterModeSchema = z.enum(['native', 'emulated']);

/** What a connection can do. Derived from the optional members of its connector. */
const capabilitiesSchema = z
  .object({
    log: z.boolean(),
    cancel: z.boolean(),
    retry: z.boolean(),
    export: z.boolean(),
    plans: z.array(z.string()).describe('Calls that the vendor offers for plans; [] when it has no plans.'),
    protectedItems: z.array(z.string()).describe('Calls that the vendor offers for protected items.'),
    operations: z.boolean(),
    actions: z
      .array(actionSchema)
      .describe(
        'Actions that the connection supports. Whether one is possible also depends on the state of its target.',
      ),
    allow: z
      .array(z.enum(permissions))
      .describe('Permissions that the configuration grants; [] where the connection is read-only.'),
    filters: z.record(z.string(), filterModeSchema),
    deniedFields: z.array(z.string()).describe('Fields that the account may not read, as of the last probe.'),
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
      .describe('Health as of the last request; `unknown` before the first.'),
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
      .describe('Remaining requests, as reported by the vendor; null when it does not report them.'),
    sync: z
      .object({
        state: z
          .enum(['waiting', 'syncing', 'current', 'failing'])
          .describe(
            '`waiting`: not started. `syncing`: the history is being read. `current`: everything is read. `failing`: the last sync failed.',
          ),
        lastAt: instantSchema.nullable().describe('Everything that the vendor reported up to this instant is stored.'),
        nextAt: instantSchema.nullable(),
        jobs: z.int().nonnegative(),
        lagSeconds: z.number().nullable().describe('How far the stored data may be behind the vendor.'),
        progress: z.number().nullable().describe('Fraction of the history that has been read, 0 to 1.'),
        missedRuns: z
          .int()
          .nonnegative()
          .describe('For sampled histories: runs that must have occurred between two syncs without being read.'),
        problem: problemSchema.nullable().describe('Why the last sync failed.'),
      })
      .nullable()
      .describe('State of the sync; null where Crossvault has no store and reads live from the vendor.'),
    tags: z.array(z.string()),
    tenant: z
      .string()
      .nullable()
      .describe('The customer whose data it reads, as the configuration names it; null where it names none.'),
  })
  .meta({ id: 'Connection' });

/** All configured connections. */
export const connectionListSchema = z.object({ data: z.array(connectionSchema) }).meta({ id: 'ConnectionList' });

/** The result of a probe, step by step. */
export const probeSchema = z
  .object({
    connection: z.string(),
    ok: z.boolean(),
    steps: z.array(
      z.object({
        name: z.string(),
        ok: z.boolean(),
        detail: z.string().describe('What the step found.'),
        advice: z.string().nullable().describe('What the operator should do; null where nothing has to be done.'),
        code: z.enum(errorCodes).nullable().describe('Error code of the failure; null when the step succeeded.'),
        durationMs: z.number().nonnegative(),
      }),
    ),
    deniedFields: z.array(z.string()),
  })
  .meta({ id: 'Probe' });

/** The answer to a request to sync. */
export const syncAnswerSchema = z
  .object({
    connection: z.string(),
    finished: z.boolean().describe('False while the sync is still running.'),
    sync: connectionSchema.shape.sync,
  })
  .meta({ id: 'SyncAnswer' });

/** The answer to a request to sync. */
export type SyncAnswer = z.infer<typeof syncAnswerSchema>;
/** What a connection offers beside listing jobs. */
export type Capabilities = z.infer<typeof capabilitiesSchema>;
/** A connection as the facade and the command return it; never its secrets. */
export type Connection = z.infer<typeof connectionSchema>;
/** The result of a probe, step by step. */
export type Probe = z.infer<typeof probeSchema>;
