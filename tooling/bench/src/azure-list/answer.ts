/** The vendor's answer, as a transport would give it: a new response each time, over the same bytes. */
export function answerWith(input: Buffer<ArrayBuffer>): () => Promise<Response> {
  return async () => new Response(input, { headers: { 'content-type': 'application/json; charset=utf-8' } });
}
