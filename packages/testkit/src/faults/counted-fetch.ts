import type { ConnectorContext } from '@crossvault/core';

/** The same fetch, and how many bytes of the largest body were taken from it. */
export function countBytes(fetch: ConnectorContext['fetch']) {
  let most = 0;
  return {
    get most() {
      return most;
    },
    async fetch(request: Request): Promise<Response> {
      const response = await fetch(request);
      if (response.body === null) return response;
      let bytes = 0;
      const counter = new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, controller) {
          bytes += chunk.byteLength;
          most = Math.max(most, bytes);
          controller.enqueue(chunk);
        },
      });
      const { status, statusText, headers } = response;
      return new Response(response.body.pipeThrough(counter), { status, statusText, headers });
    },
  };
}
