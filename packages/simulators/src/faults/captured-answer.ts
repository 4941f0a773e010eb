import type { Response } from 'express';

const toBuffer = (chunk: unknown, encoding: unknown): Buffer | null => {
  if (chunk instanceof Uint8Array) return Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  if (typeof chunk !== 'string') return null;
  return Buffer.from(chunk, typeof encoding === 'string' && Buffer.isEncoding(encoding) ? encoding : 'utf8');
};

/**
 * Keeps back what is written to a response and hands it over when that ends; status and headers are still to be sent
 * then, and the response writes again. Of two captures the later one is served first.
 */
export const captureAnswer = (response: Response, onAnswer: (body: Buffer) => void): void => {
  const chunks: Buffer[] = [];
  const { write, end } = response;
  const collect = (chunk: unknown, encoding: unknown): void => {
    const bytes = toBuffer(chunk, encoding);
    if (bytes !== null) chunks.push(bytes);
  };
  response.write = (chunk: unknown, encoding?: unknown) => {
    collect(chunk, encoding);
    return true;
  };
  response.end = (chunk?: unknown, encoding?: unknown) => {
    collect(chunk, encoding);
    Object.assign(response, { write, end });
    onAnswer(Buffer.concat(chunks));
    return response;
  };
};

/** Ends a response with other bytes than it was going to have. */
export const sendBody = (response: Response, body: Buffer, headers: Readonly<Record<string, string>> = {}): void => {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.setHeader('Content-Length', body.length);
  response.end(body);
};
