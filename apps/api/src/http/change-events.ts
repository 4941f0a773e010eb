import type { ChangePage } from '@crossvault/core';

/** Proxies close connections that are silent for longer. */
export const heartbeatMs = 15_000;

/**
 * Pages of the feed as server-sent events. A page that a filter left empty still advances the id, so that a caller
 * who reconnects does not read it again; it also keeps the connection alive.
 */
export async function* toEvents(pages: AsyncIterable<ChangePage>): AsyncGenerator<string> {
  yield ': crossvault\n\n';
  for await (const { changes, next } of pages) {
    const events = changes.map((change) => `id: ${change.cursor}\nevent: change\ndata: ${JSON.stringify(change)}\n\n`);
    yield `${events.join('')}: \nid: ${next}\n\n`;
  }
}
