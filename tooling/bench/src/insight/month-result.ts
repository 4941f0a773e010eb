import { z } from 'zod';

const count = z.int().nonnegative();

const kindScoreSchema = z.object({
  vendor: z.string(),
  kind: z.string(),
  basis: z.enum(['schedule', 'next-run', 'inferred', 'irregular']),
  subjects: count,
  due: count,
  right: count,
  wrong: count,
  excused: count,
  unknown: z.record(z.string(), count),
  neverStarted: count,
  unknownMissed: count,
  missedFound: count,
  falselyMissed: count,
  failed: count,
  failedFound: count,
  falselyFailed: count,
  longestDelayMs: z.number(),
  openings: count,
  episodes: count,
});

/** A kind of plan, and what was found of it. */
export type KindScore = z.infer<typeof kindScoreSchema>;

/** What a month came to: a process sends it to the one that has started it. */
export const monthResultSchema = z.object({
  kinds: z.array(kindScoreSchema),
  mismatches: z.array(
    z.object({
      plan: z.string(),
      item: z.string().nullable(),
      dueAt: z.string(),
      outcome: z.string(),
      verdict: z.string(),
      planted: z.array(z.string()),
    }),
  ),
  /** Planted events. */
  events: count,
  days: z.number(),
  /** How often a source was looked at while it could not be read, and what was called missed of it then. */
  blind: z.object({ looks: count, missed: count }),
  cpuSeconds: z.number(),
});

export type MonthResult = z.infer<typeof monthResultSchema>;
export type Mismatch = MonthResult['mismatches'][number];
