import { readErrorText } from '@crossvault/client-kit';

/** Code and text out of Resource Manager's `{ error: { code, message, details } }`; null for a body without words. */
export const readProblem = readErrorText;
