import { once } from 'node:events';
import type { Request, Response } from 'express';

const eventStream = 'text/event-stream';

/** Whether the caller asks for events by name. A caller who accepts any type gets a page. */
export const wantsEvents = (accept: string): boolean =>
  accept.split(',').some((range) => {
    const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    // A weight of 0 means that the caller does not accept the type.
    return type === eventStream && !parameters.some((each) => /^q\s*=\s*0(?:\.0{0,3})?$/.test(each));
  });

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
