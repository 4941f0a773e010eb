import type { ChangePage } from '@crossvault/core';

/** Proxies end what is silent for longer. */
export const heartbeatMs = 15_000;

/**
 * Pages of the feed as server-sent events. A page that a filter left empty moves the id on all the same, so that a caller
 * who comes back does not begin before it; it also is the sign of life.
 */
export async function* toEvents(pages: AsyncIterable<ChangePage>): AsyncGenerator<string> {
  yield ': crossvault\n\n';
  for await (const { changes, next } of pages) {
    const events = changes.map((change) => `id: ${change.cursor}\nevent: change\ndata: ${JSON.stringify(change)}\n\n`);
    yield `${events.join('')}: \nid: ${next}\n\n`;
  }
}
