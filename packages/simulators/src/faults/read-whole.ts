import type { Request } from 'express';

/**
 * Reads the body while its caller is still there, and leaves it where the routes find what their own readers parse: behind
 * the end of a request these read nothing more.
 */
export const readWhole = async (request: Request): Promise<void> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const text = Buffer.concat(chunks).toString('utf8');
  request.body = text === '' ? undefined : JSON.parse(text);
};
