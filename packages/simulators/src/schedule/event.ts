import { z } from 'zod';
import { parseClockInstant } from '../clock/clock.ts';
import type { VENDOR_IDS } from '../truth.ts';
import { POSITIONS, TRACKS, WEEKDAYS } from './rule.ts';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const on = z.union([
  z.strictObject({ weekdays: z.array(z.enum(WEEKDAYS)).readonly() }),
  z.strictObject({ daysOfMonth: z.array(z.int().min(1).max(31)).readonly() }),
  z.strictObject({ position: z.enum(POSITIONS), weekday: z.enum(WEEKDAYS) }),
  z.strictObject({ lastDay: z.literal(true) }),
]);
const track = z.enum(TRACKS);
const rule = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('calendar'),
    track,
    times: z.array(time).min(1).readonly(),
    on: on.optional(),
    months: z.array(z.int().min(1).max(12)).readonly().optional(),
  }),
  z.strictObject({ kind: z.literal('interval'), track, everyMinutes: z.int().positive(), anchor: z.string() }),
  z.strictObject({
    kind: z.literal('window'),
    track,
    everyHours: z.int().positive(),
    from: time,
    hours: z.int().positive(),
    on: on.optional(),
  }),
  z.strictObject({ kind: z.literal('after'), track, plan: z.string() }),
]);

/** From this instant on; without it from now on. */
const at = z.iso.datetime({ offset: true }).optional();
const target = { plan: z.string(), item: z.string().optional(), at };
/** How many due runs of each item, or of the plan, it is about. */
const times = z.int().positive().optional();
const seconds = z.int().positive();

/** What is planted into a plan or a vendor, beside its vendor's id. */
const eventSchema = z.discriminatedUnion('kind', [
  /** Due runs do not start. */
  z.strictObject({ kind: z.literal('miss'), ...target, times }),
  z.strictObject({ kind: z.literal('late'), ...target, times, seconds }),
  /** With `recovers`, a vendor that tries again succeeds then. */
  z.strictObject({ kind: z.literal('fail'), ...target, times, recovers: z.boolean().optional() }),
  z.strictObject({ kind: z.literal('warn'), ...target, times }),
  z.strictObject({ kind: z.literal('cancel'), ...target, times }),
  /** Runs take so long. */
  z.strictObject({ kind: z.literal('overrun'), ...target, times, seconds }),
  z.strictObject({ kind: z.literal('disable'), plan: z.string(), at }),
  z.strictObject({ kind: z.literal('enable'), plan: z.string(), at }),
  /** The item, or the whole plan, is gone. */
  z.strictObject({ kind: z.literal('retire'), ...target }),
  z.strictObject({
    kind: z.literal('edit-schedule'),
    plan: z.string(),
    at,
    rules: z.array(rule).readonly(),
    timeZone: z.string().optional(),
  }),
  /** Requests whose address contains `path`, or all of them, are answered with 503. */
  z.strictObject({ kind: z.literal('blind'), at, seconds, path: z.string().optional() }),
]);

/** An event without its vendor, as the control port of a vendor takes it. */
export type EventInput = z.output<typeof eventSchema>;
export type PlantedEvent = EventInput & { readonly vendor: (typeof VENDOR_IDS)[number] };

/** Events of single runs. */
export type RunEvent = Extract<EventInput, { readonly kind: 'miss' | 'late' | 'fail' | 'warn' | 'cancel' | 'overrun' }>;

/** Throws RangeError. */
export const readEvent = (asked: unknown): EventInput => {
  const read = eventSchema.safeParse(asked);
  if (read.success) return read.data;
  throw new RangeError(`no event: ${z.prettifyError(read.error).replaceAll('\n', ' ')}`);
};

export const isRunEvent = (event: EventInput): event is RunEvent =>
  ['miss', 'late', 'fail', 'warn', 'cancel', 'overrun'].includes(event.kind);

export const startOfEvent = (event: EventInput, nowMs: number): number =>
  event.at === undefined ? nowMs : parseClockInstant(event.at);
