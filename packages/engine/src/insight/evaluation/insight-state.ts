import type { RunTiming } from '@crossvault/core';
import { scheduleTracks } from '@crossvault/core';
import type { SyncStateWrite } from '@crossvault/core/store';
import { z } from 'zod';

/** The key of the evaluations of all connections. No connection has this name. */
export const insightStates = '\ninsight';

const stateSchema = z.object({
  version: z.literal(1),
  /** Of the feed: changes of jobs behind it were not evaluated. */
  position: z.number(),
  /** Rises with every evaluation: a process that has not made the last one reads everything again. */
  serial: z.number(),
  /** Up to when everything is evaluated. */
  evaluatedMs: z.number(),
  /** From when on all jobs were read at the first evaluation. */
  historyFromMs: z.number(),
  /** When plans and items were read whose state is evaluated. */
  inventoryAt: z.string(),
  inventoryMs: z.number(),
  /** The parts that could not be read. */
  blind: z.array(z.string()),
  timing: z.object({
    startGraceMs: z.number(),
    reportLagMs: z.number(),
    unlistedTracks: z.array(z.enum(scheduleTracks)),
  }),
});

/** What is kept of the evaluations of a connection. */
export type InsightState = z.infer<typeof stateSchema>;

/** Null before the first evaluation. */
export const readInsightState = (states: ReadonlyMap<string, unknown>, connection: string): InsightState | null =>
  stateSchema.safeParse(states.get(connection)).data ?? null;

export const toInsightState = (connection: string, state: InsightState): SyncStateWrite => ({
  connection: insightStates,
  list: connection,
  state,
});

/** What holds for a vendor of which nothing else is known. */
export const usualTiming: RunTiming = { startGraceMs: 3_600_000, reportLagMs: 600_000, unlistedTracks: [] };
