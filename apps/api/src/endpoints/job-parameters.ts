import { z } from 'zod';
import { listOf, several } from '../http/parameter.ts';

/** The path of one job. */
export const jobParameters = z.object({ id: z.string().meta({ description: 'The Crossvault id of the job.' }) });

/** A filter of jobs, plans and protected items. */
export const tenantFilter = listOf(z.string())
  .exactOptional()
  .meta(several('Names of customers, without regard to case.'));
