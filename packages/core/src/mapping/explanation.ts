import { z } from 'zod';
import { anomalyCodeSchema, provenanceSchema } from '../model/job.ts';

/** One field of a job: the vendor's values, the rule that read them, and the result. */
export const fieldExplanationSchema = z
  .object({
    field: z.string().describe('Name of our field.'),
    from: z
      .array(
        z.object({
          path: z.string(),
          value: z.unknown().optional().describe('Absent where the answer has no such field.'),
        }),
      )
      .describe("The vendor's fields that the rule reads, with their values as received."),
    rule: z.string().describe("The rule of the mapper's table, in words."),
    value: z.unknown().describe('Our value, the same as in the job.'),
    provenance: provenanceSchema.nullable().describe('Null when the value was simply read.'),
  })
  .meta({ id: 'FieldExplanation' });

/** A whole job, field by field. The same rule table maps and explains, so the two always agree. */
export const explanationSchema = z
  .object({
    id: z.string(),
    connection: z.string(),
    vendor: z.string(),
    mapperVersion: z.int().positive().describe('Version of the table of rules.'),
    fields: z.array(fieldExplanationSchema),
    anomalies: z.array(anomalyCodeSchema),
  })
  .meta({
    id: 'Explanation',
    description: 'How a job came to be what it is, field by field.',
  });

/** One field of a job: the vendor's values, the rule that read them, and the result. */
export type FieldExplanation = z.infer<typeof fieldExplanationSchema>;
/** A whole job, field by field. */
export type Explanation = z.infer<typeof explanationSchema>;
