import { z } from 'zod';

/** A request that is sent many times. */
const requestSchema = z.object({
  path: z.string(),
  /**
   * A parameter with another instant in every request, from this one up to seven seconds later, so that no request was
   * ever sent before; null: the same request again and again.
   */
  instant: z.object({ name: z.string(), fromMs: z.number() }).nullable(),
  /** Whether it is sent with the validator of its last answer: 304 is expected. */
  revalidates: z.boolean(),
});

export type LoadRequest = z.infer<typeof requestSchema>;

/** What a load process is to do: as many requests as it can, over so many sockets, one after the other on each. */
export const loadSchema = z.object({
  port: z.number(),
  sockets: z.number(),
  durationMs: z.number(),
  /** So many at least, however long they take. */
  leastRequests: z.number(),
  requests: z.array(requestSchema),
  /** Values of `Authorization`, one socket after the other; none: without the header. */
  authorizations: z.array(z.string()),
});

export type Load = z.infer<typeof loadSchema>;

/** What came of it. */
export const loadResultSchema = z.object({
  requests: z.number(),
  seconds: z.number(),
  p50Ms: z.number(),
  p99Ms: z.number(),
});

export type LoadResult = z.infer<typeof loadResultSchema>;

/** What a load process reports: that it begins to measure, and what came of it. */
export const loadReportSchema = z.union([
  z.object({ begun: z.literal(true) }),
  loadResultSchema,
  z.object({ fault: z.string() }),
]);

export type LoadReport = z.infer<typeof loadReportSchema>;
