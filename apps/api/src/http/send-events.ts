import { once } from 'node:events';
import type { Request, Response } from 'express';

const eventStream = 'text/event-stream';

/** Whether a caller asks for events by name and prefers them to a page. A caller who accepts any type gets a page. */
export const wantsEvents = (request: Pick<Request, 'accepts' | 'get'>): boolean =>
  (request.get('Accept') ?? '').toLowerCase().includes(eventStream) &&
  request.accepts(['application/json', eventStream]) === eventStream;

/**
 * Sends texts as they come, and takes the next one only when the caller has room for it: of a slow reader no more is held
 * than one text. Ends with the caller, and with the server.
 */
export async function sendEvents(
  request: Request,
  response: Response,
  texts: AsyncIterable<string>,
  signal: AbortSignal,
): Promise<void> {
  const iterator = texts[Symbol.asyncIterator]();
  // The first text is read before the head is sent, so that an error can still be answered as a problem.
  let next = await iterator.next();
  response.status(200).set({ 'Content-Type': eventStream, 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' });
  response.flushHeaders();
  try {
    while (next.done !== true && request.method !== 'HEAD') {
      if (!response.write(next.value)) await once(response, 'drain', { signal });
      next = await iterator.next();
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    await iterator.return?.();
    response.end();
  }
}
