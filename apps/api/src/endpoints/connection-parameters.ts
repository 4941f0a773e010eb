import { z } from 'zod';

/** Of the path of one connection. */
export const connectionParameters = z.object({
  name: z.string().meta({ description: 'Name of the connection, as the configuration has it.' }),
});
