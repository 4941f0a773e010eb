import { sourceReportSchema } from '@crossvault/core';
import { z } from 'zod';

const instant = z.string();

const gapSchema = z.object({
  /** Starts from here … */
  after: instant,
  /** … up to here have not been read; null: up to the newest. It moves down as they are. */
  before: instant.nullable(),
  /** Where it was at first. */
  from: instant,
});

const spanSchema = z.object({ newest: instant, oldest: instant });

const sweepSchema = z.object({
  startedAt: instant,
  /** The reading number that it began with. */
  number: z.number().default(0),
  /** Starts behind it have been gone over; null: none yet. */
  before: instant.nullable(),
  done: z.boolean(),
  /** Starts of the jobs that it has missed so far; null: none. */
  missed: spanSchema.nullable().default(null),
  /** The starts that it looks at again, since the pass before has missed jobs there; null: it is a pass over everything. */
  again: spanSchema.nullable().default(null),
});

const definitionSchema = z.object({
  /** Start of the run that was seen last. */
  run: instant.nullable(),
  /** When the next one was said to come. */
  next: instant.nullable(),
  /** The shortest interval of its schedule that was seen. */
  everySeconds: z.number().nullable(),
});

/** A record that could not be listed, and when it was seen last. */
const rejectedRecordSchema = sourceReportSchema.shape.rejected.shape.items.element.extend({ seenAt: instant });

const listStateSchema = z.object({
  version: z.literal(1),
  /** The newest start of all that was read; null before the first reading. */
  watermark: instant.nullable(),
  /** What is still to be read below it; null: nothing. */
  gap: gapSchema.nullable(),
  /** The list was seen to break the order that it promises. */
  unordered: z.boolean(),
  sweeps: z.record(z.string(), sweepSchema),
  /** Where history is sampled: each definition, by its key. */
  definitions: z.record(z.string(), definitionSchema),
  /** Runs that must have been between two looks. */
  missedRuns: z.number(),
  /** Where a list is read whole: definitions that never ran, when it was read last. */
  withoutRun: z.number().default(0),
  setAside: z.array(rejectedRecordSchema).default([]),
});

export type Span = z.infer<typeof spanSchema>;
/** A pass over what was read before. */
export type Pass = z.infer<typeof sweepSchema>;
export type Gap = z.infer<typeof gapSchema>;
export type RejectedRecord = z.infer<typeof rejectedRecordSchema>;
export type Definition = z.infer<typeof definitionSchema>;

/** What a sync remembers of one list, committed together with the jobs that make it true. */
export type ListState = z.infer<typeof listStateSchema>;

/** The stored state; null where there is none, or none that is readable. */
export const parseListState = (stored: unknown): ListState | null => listStateSchema.safeParse(stored).data ?? null;

/** The stored state. A list without a readable state starts over, which costs requests and loses no job. */
export function readListState(stored: unknown, now: string): ListState {
  const parsed = parseListState(stored);
  if (parsed !== null) return parsed;
  const swept: Pass = { startedAt: now, number: 0, before: null, done: true, missed: null, again: null };
  return {
    version: 1,
    watermark: null,
    gap: null,
    unordered: false,
    // The first reading counts as a pass.
    sweeps: { recent: swept, deep: swept },
    definitions: {},
    missedRuns: 0,
    withoutRun: 0,
    setAside: [],
  };
}

/** The most rejected records that are stored of a list: the newest. */
const mostRejected = 100;

const contentOf = ({ seenAt: _seenAt, ...content }: RejectedRecord): string => JSON.stringify(content);

/** Adds rejected records to the stored ones; the same record is kept once, as it was read last. */
export function addRejected(known: readonly RejectedRecord[], seen: readonly RejectedRecord[]): RejectedRecord[] {
  if (seen.length === 0) return [...known];
  return [...new Map([...known, ...seen].map((each) => [contentOf(each), each])).values()].slice(-mostRejected);
}
