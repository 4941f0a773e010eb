import type { ChangePage } from '@crossvault/core/store';
import { encode, encodeComment } from 'eventsource-encoder';

/** Proxies close connections that are silent for longer. */
export const heartbeatMs = 15_000;

/**
 * Pages of the feed as server-sent events. A page that a filter left empty still advances the id, so that a caller
 * who reconnects does not read it again; it also keeps the connection alive.
 */
export async function* toEvents(pages: AsyncIterable<ChangePage>): AsyncGenerator<string> {
  yield encodeComment('crossvault');
  for await (const { changes, next } of pages) {
    const events = changes.map((change) =>
      encode({ id: change.cursor, event: 'change', data: JSON.stringify(change) }),
    );
    yield [...events, encodeComment(''), encode({ id: next })].join('');
  }
}
