import { z } from 'zod';

/** Path parameters of one connection. */
export const connectionParameters = z.object({
  name: z.string().meta({ description: 'Name of the connection in the configuration.' }),
});
