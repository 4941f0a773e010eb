import { z } from 'zod';
import { parseClockInstant } from '../clock/clock.ts';
import type { VendorId } from '../truth.ts';
import { POSITIONS, type ScheduleRule, TRACKS, WEEKDAYS } from './rule.ts';

/** Of a plan, by its id or name; and of one of its items, where each has runs of its own. */
export type PlantedTarget = {
  readonly plan: string;
  readonly item?: string | undefined;
  /** An instant from which on; without it from now on. */
  readonly at?: string | undefined;
};

/** Events of single runs. */
export type RunEvent = PlantedTarget & {
  /** How many due times of each item, or of the plan, it is about. @default 1 */
  readonly times?: number | undefined;
} & (
    | { readonly kind: 'miss' | 'warn' | 'cancel' }
    /** So late a run starts, or so long it takes. */
    | { readonly kind: 'late' | 'overrun'; readonly seconds: number }
    /** With `recovers`, a vendor that tries again succeeds then. */
    | { readonly kind: 'fail'; readonly recovers?: boolean | undefined }
  );

/** What is planted into the plans of a vendor, or into its availability. */
export type EventInput =
  | RunEvent
  | ({ readonly kind: 'disable' | 'enable' } & Omit<PlantedTarget, 'item'>)
  /** The item, or the whole plan, is gone. */
  | ({ readonly kind: 'retire' } & PlantedTarget)
  | ({
      readonly kind: 'edit-schedule';
      readonly rules: readonly ScheduleRule[];
      readonly timeZone?: string | undefined;
    } & Omit<PlantedTarget, 'item'>)
  /** Requests whose address contains `path`, or all of them, are answered with 503. */
  | {
      readonly kind: 'blind';
      readonly at?: string | undefined;
      readonly seconds: number;
      readonly path?: string | undefined;
    };

export type PlantedEvent = EventInput & { readonly vendor: VendorId };

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

const at = z.iso.datetime({ offset: true }).optional();
const target = { plan: z.string(), item: z.string().optional(), at };
const times = z.int().positive().optional();
const seconds = z.int().positive();

const eventSchema: z.ZodType<EventInput> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['miss', 'warn', 'cancel']), ...target, times }),
  z.strictObject({ kind: z.enum(['late', 'overrun']), ...target, times, seconds }),
  z.strictObject({ kind: z.literal('fail'), ...target, times, recovers: z.boolean().optional() }),
  z.strictObject({ kind: z.enum(['disable', 'enable']), plan: z.string(), at }),
  z.strictObject({ kind: z.literal('retire'), ...target }),
  z.strictObject({
    kind: z.literal('edit-schedule'),
    plan: z.string(),
    at,
    rules: z.array(rule).readonly(),
    timeZone: z.string().optional(),
  }),
  z.strictObject({ kind: z.literal('blind'), at, seconds, path: z.string().optional() }),
]);

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
