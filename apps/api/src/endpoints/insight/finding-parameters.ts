import { z } from 'zod';

/** The path of one finding. */
export const findingParameters = z.object({
  id: z.string().meta({ description: 'The Crossvault id of the finding.' }),
});
