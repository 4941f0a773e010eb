import { z } from 'zod';

/** The path of one job. */
export const jobParameters = z.object({ id: z.string().meta({ description: 'The Crossvault id of the job.' }) });
