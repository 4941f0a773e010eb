import { z } from 'zod';

/** Faults without options. */
const PLAIN_KINDS = [
  'hang',
  /** It is performed, and the answer never comes. */
  'answer-held',
  'reset-before',
  'reset-body',
  'truncated-json',
  'malformed-json',
  'html',
  'gzip',
  'unauthorized',
  'not-found',
  'timeout-status',
  'conflict',
  'duplicate-page',
  'shifted-page',
  'ignored-offset',
  'ignored-filter',
  'broken-order',
  'endless-link',
  'foreign-link',
  'error-envelope',
  'rotate-tokens',
] as const;

const milliseconds = z.number().nonnegative();
const seconds = z.int().nonnegative();

const waitSchema = z.strictObject({
  /** How the wait is reported: `Retry-After` in seconds or as a date, `retryAfter` of the body's error, or not at all. */
  form: z.enum(['seconds', 'date', 'body', 'none']).default('seconds'),
  seconds: seconds.default(10),
});

/** Faults of a request, with the defaults of their options. */
export const faultSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(PLAIN_KINDS) }),
  /** The answer begins late, on the simulated clock. */
  z.strictObject({ kind: z.literal('latency'), delayMs: milliseconds.default(1000) }),
  /** It is held, and performed when the delay on the simulated clock is over, whether its caller is still there or not. */
  z.strictObject({ kind: z.literal('performed-late'), delayMs: milliseconds.default(80_000) }),
  /** The body comes in pieces, each after a delay on the simulated clock. */
  z.strictObject({
    kind: z.literal('slow-drip'),
    delayMs: milliseconds.default(1000),
    pieces: z.int().min(1).default(10),
  }),
  /** The body is correct, its headers are not. */
  z.strictObject({ kind: z.literal('wrong-content-type'), contentType: z.string().default('text/plain') }),
  /** The body in another charset, declared as such. */
  z.strictObject({
    kind: z.literal('wrong-charset'),
    charset: z.enum(['utf-16le', 'iso-8859-1']).default('utf-16le'),
  }),
  /** The account may not see some fields: dotted paths within a job, which are left out. */
  z.strictObject({ kind: z.literal('forbidden-fields'), fields: z.array(z.string().min(1)).min(1) }),
  /** 429; during the wait every other request gets the same answer. */
  z.strictObject({ kind: z.literal('throttled'), wait: waitSchema.prefault({}) }),
  /** Any status of failure, worded by the vendor, by a proxy before it, or not at all. */
  z.strictObject({
    kind: z.literal('status'),
    status: z.int().min(400).max(599).default(500),
    body: z.enum(['vendor', 'html', 'none']).default('vendor'),
  }),
  /** A true answer after so many bytes of white space, which JSON allows. */
  z.strictObject({ kind: z.literal('huge'), sizeBytes: z.int().positive().default(200_000_000) }),
  /** The `Date` header, and the times in a token's answer, are off by this much. */
  z.strictObject({ kind: z.literal('clock-skew'), seconds: z.int().default(3600) }),
]);

export type Fault = z.output<typeof faultSchema>;
/** A fault as it is requested; what is left out has a default. */
export type FaultInput = z.input<typeof faultSchema>;
export type FaultKind = Fault['kind'];
export type ThrottleWait = z.output<typeof waitSchema>;

export const FAULT_KINDS: readonly FaultKind[] = faultSchema.options.flatMap(({ shape: { kind } }) =>
  'options' in kind ? kind.options : [kind.value],
);

/** Parses a requested fault; a RangeError names what is wrong with it. */
export const parseAsked = <Schema extends z.ZodType>(schema: Schema, asked: unknown): z.output<Schema> => {
  const read = schema.safeParse(asked);
  if (read.success) return read.data;
  const issues = read.error.issues.map(({ path, message }) => [path.join('.'), message].filter(Boolean).join(': '));
  throw new RangeError(`no such fault: ${issues.join('; ')}; the kinds are ${FAULT_KINDS.join(', ')}`);
};

export const parseFault = (asked: unknown): Fault => parseAsked(faultSchema, asked);
