import { z } from 'zod';
import { createRandom, type Random } from '../fleet/random.ts';
import { type Fault, faultSchema, parseAsked } from './fault.ts';

/** Which requests are meant; what is left out excludes none. */
const selectionSchema = z.strictObject({
  /** A part of the path with its query, or a pattern for it. */
  path: z.union([z.string(), z.instanceof(RegExp)]).optional(),
  method: z.string().optional(),
  /** Only requests for pages of lists (or none of them); each list is counted by itself. */
  list: z.boolean().optional(),
});

const scriptSchema = z.array(
  z.strictObject({
    on: selectionSchema
      .extend({
        /** Number of the first of them. */
        nth: z.int().min(1).default(1),
        /** For how many of them. */
        times: z.union([z.int().min(1), z.literal('always')]).default(1),
      })
      .prefault({}),
    fault: faultSchema,
  }),
);

const scheduleSchema = z.strictObject({
  /** One for each request, null: none; none after the end. */
  faults: z.array(faultSchema.nullable()),
  on: selectionSchema.default({}),
});

const randomSchema = z.strictObject({
  seed: z.union([z.int(), z.string()]),
  probability: z.number().min(0).max(1),
  /** Kinds with their defaults, or whole faults. */
  kinds: z.array(z.preprocess((kind) => (typeof kind === 'string' ? { kind } : kind), faultSchema)).min(1),
  /** Maximum consecutive failures of one request; absent: unlimited. */
  maxConsecutive: z.int().min(0).optional(),
  /** After how many requests it ends; absent: never. */
  requests: z.int().min(0).optional(),
  on: selectionSchema.default({}),
});

/** A plan as another process requests it. */
const planSchema = z
  .strictObject({ script: scriptSchema, schedule: scheduleSchema, random: randomSchema })
  .partial()
  .refine((plan) => Object.keys(plan).length === 1, 'say one of script, schedule or random');

type Selection = z.output<typeof selectionSchema>;

/** A request as a plan sees it. */
export type AskedRequest = {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  /** The same for all pages of a list; null: no request for a list. */
  readonly list: string | null;
};

/** What the next request gets; null: nothing of this plan. */
type Chooser = (asked: AskedRequest) => Fault | null;

const isMeant = ({ path, method, list }: Selection, asked: AskedRequest): boolean =>
  (method === undefined || method.toUpperCase() === asked.method) &&
  (list === undefined || list === (asked.list !== null)) &&
  (path === undefined || (typeof path === 'string' ? asked.path.includes(path) : asked.path.search(path) >= 0));

const createEntry = ({ on, fault }: z.output<typeof scriptSchema>[number]) => {
  const seen = new Map<string, number>();
  let left = on.times === 'always' ? Number.POSITIVE_INFINITY : on.times;
  return {
    /** Counts the request, whichever plan's fault takes effect. */
    isDue: (asked: AskedRequest): boolean => {
      if (!isMeant(on, asked)) return false;
      const counted = on.list === true ? (asked.list ?? '') : '';
      const count = (seen.get(counted) ?? 0) + 1;
      seen.set(counted, count);
      return count >= on.nth && left > 0;
    },
    take: (): Fault => {
      left -= 1;
      return fault;
    },
  };
};

const chooseByScript = (script: z.output<typeof scriptSchema>): Chooser => {
  const entries = script.map(createEntry);
  return (asked) => entries.filter(({ isDue }) => isDue(asked))[0]?.take() ?? null;
};

const chooseBySchedule = ({ faults, on }: z.output<typeof scheduleSchema>): Chooser => {
  let index = 0;
  return (asked) => {
    if (!isMeant(on, asked)) return null;
    index += 1;
    return faults[index - 1] ?? null;
  };
};

/** Draws a fixed number of values, so that the fault of a request does not depend on the kinds of others. */
const draw = (random: Random, probability: number, kinds: readonly Fault[]): Fault | null => {
  const isHit = random.chance(probability);
  const kind = random.pick(kinds);
  return isHit ? kind : null;
};

const chooseAtRandom = (asked: z.output<typeof randomSchema>): Chooser => {
  const { seed, probability, kinds, on } = asked;
  const [most, last] = [asked.maxConsecutive ?? Number.POSITIVE_INFINITY, asked.requests ?? Number.POSITIVE_INFINITY];
  const random = createRandom(seed).fork('faults');
  const consecutive = new Map<string, number>();
  let count = 0;
  return (request) => {
    if (!isMeant(on, request) || count >= last) return null;
    count += 1;
    const key = `${request.method} ${request.path}`;
    const before = consecutive.get(key) ?? 0;
    const drawn = draw(random, probability, kinds);
    if (drawn === null || before >= most) {
      consecutive.delete(key);
      return null;
    }
    consecutive.set(key, before + 1);
    return drawn;
  };
};

export type ScriptInput = z.input<typeof scriptSchema>;
export type ScheduleInput = z.input<typeof scheduleSchema>;
export type RandomInput = Omit<z.input<typeof randomSchema>, 'kinds'> & {
  readonly kinds: readonly (Fault['kind'] | z.input<typeof faultSchema>)[];
};

/** Which fault the next request gets. The same requests in the same order get the same. */
export const createFaultPlan = () => {
  const choosers: Chooser[] = [];
  return Object.freeze({
    script: (script: ScriptInput): void => void choosers.push(chooseByScript(parseAsked(scriptSchema, script))),
    schedule: (schedule: ScheduleInput): void =>
      void choosers.push(chooseBySchedule(parseAsked(scheduleSchema, schedule))),
    random: (random: RandomInput): void => void choosers.push(chooseAtRandom(parseAsked(randomSchema, random))),
    read: (asked: unknown): void => {
      const { script, schedule, random } = parseAsked(planSchema, asked);
      if (script !== undefined) choosers.push(chooseByScript(script));
      if (schedule !== undefined) choosers.push(chooseBySchedule(schedule));
      if (random !== undefined) choosers.push(chooseAtRandom(random));
    },
    clear: (): void => void choosers.splice(0),
    /** Every plan counts the request; the first one with a fault for it applies. */
    next: (asked: AskedRequest): Fault | null =>
      choosers.map((choose) => choose(asked)).find((fault) => fault !== null) ?? null,
  });
};
