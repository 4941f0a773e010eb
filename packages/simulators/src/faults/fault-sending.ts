import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Exchange } from './exchange.ts';

const CHUNK_BYTES = 65_536;

/** The full length is declared, half of the body sent, and the socket closed. */
export const sendHalf = ({ response, request }: Exchange, body: Buffer): void => {
  response.setHeader('Content-Length', body.length);
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => request.socket.destroy());
};

export const sendSlowly = async (
  { response, request, held }: Exchange,
  body: Buffer,
  { delayMs, pieces }: { readonly delayMs: number; readonly pieces: number },
): Promise<void> => {
  const size = Math.max(1, Math.ceil(body.length / pieces));
  response.setHeader('Content-Length', body.length);
  response.flushHeaders();
  for (let start = 0; start < body.length; start += size) {
    if (!(await held.sleep(request, response, delayMs))) return;
    response.write(body.subarray(start, start + size));
  }
  response.end();
};

function* spaces(sizeBytes: number): Generator<Buffer> {
  const chunk = Buffer.alloc(CHUNK_BYTES, ' ');
  for (let sent = 0; sent < sizeBytes; sent += CHUNK_BYTES)
    yield chunk.subarray(0, Math.min(CHUNK_BYTES, sizeBytes - sent));
}

/** One piece of white space over and over, then the answer: never more of it in memory than the socket takes. */
export const sendHuge = async ({ response }: Exchange, body: Buffer, sizeBytes: number): Promise<void> => {
  response.removeHeader('Content-Length');
  const parts = function* (): Generator<Buffer> {
    yield* spaces(sizeBytes);
    yield body;
  };
  // The caller may disconnect in the middle of it.
  await pipeline(Readable.from(parts()), response).catch(() => undefined);
};
