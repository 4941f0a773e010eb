import type { Clock } from '@crossvault/core';
import type { Fault } from './fault.ts';

/** An answer of the vendor, read whole. */
export interface ReadAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

const page = '<!doctype html><html><body><h1>Please sign in</h1></body></html>';
const html = { 'content-type': 'text/html; charset=utf-8' };

const refuse = (status: number, body: 'vendor' | 'html' | 'none' = 'vendor'): Response => {
  if (body === 'html') return new Response(page, { status, headers: html });
  return body === 'none' ? new Response(null, { status }) : Response.json({ message: `Status ${status}.` }, { status });
};

/** What comes instead of the vendor's answer; null where the vendor's own is needed. */
export function answerInstead(fault: Fault): Response | null {
  switch (fault.kind) {
    case 'status':
      return refuse(fault.status, fault.body);
    case 'unauthorized':
      return refuse(401);
    case 'not-found':
      return refuse(404);
    case 'timeout-status':
      return refuse(408);
    case 'conflict':
      return refuse(409);
    case 'html':
      return new Response(page, { headers: html });
    default:
      return null;
  }
}

/** The vendor's answer with other bytes or headers; null where the fault is none of these. */
export function answerOtherwise(fault: Fault, answer: ReadAnswer, clock: Clock): Response | null {
  const { status, text } = answer;
  const send = (
    body: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>,
    more: Readonly<Record<string, string>> = {},
  ): Response => {
    const headers = new Headers(answer.headers);
    for (const [name, value] of Object.entries(more)) headers.set(name, value);
    return new Response(body, { status, headers });
  };
  switch (fault.kind) {
    case 'truncated-json':
      return send(text.slice(0, text.length / 2));
    case 'malformed-json':
      return send(`${text.slice(0, -1)},,`);
    case 'wrong-content-type':
      return send(text, { 'content-type': fault.contentType ?? 'text/plain' });
    case 'wrong-charset':
      return send(encode(text, fault.charset), { 'content-type': `application/json; charset=${fault.charset}` });
    case 'clock-skew':
      return send(text, { date: new Date(clock.now() + fault.seconds * 1000).toUTCString() });
    case 'reset-body':
      return send(streamOf(breakOff(text)));
    case 'slow-drip':
      return send(streamOf(drip(text, fault.pieces, () => clock.sleep(fault.delayMs))));
    case 'huge':
      return send(streamOf(pad(text, fault.sizeBytes ?? 200_000_000)));
    default:
      return null;
  }
}

function encode(text: string, charset: 'utf-16le' | 'iso-8859-1'): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(text, charset === 'utf-16le' ? 'utf16le' : 'latin1'));
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const streamOf = (chunks: AsyncGenerator<Uint8Array> | Generator<Uint8Array>): ReadableStream<Uint8Array> =>
  new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done === true) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await chunks.return(undefined);
    },
  });

function* breakOff(text: string): Generator<Uint8Array> {
  yield bytesOf(text.slice(0, text.length / 2));
  throw new TypeError('terminated', { cause: Object.assign(new Error('closed'), { code: 'UND_ERR_SOCKET' }) });
}

async function* drip(text: string, pieces: number, pause: () => Promise<void>): AsyncGenerator<Uint8Array> {
  const length = Math.ceil(text.length / pieces);
  for (let start = 0; start < text.length; start += length) {
    await pause();
    yield bytesOf(text.slice(start, start + length));
  }
}

/** White space first, which JSON allows. */
function* pad(text: string, sizeBytes: number): Generator<Uint8Array> {
  const space = new Uint8Array(65_536).fill(32);
  for (let sent = 0; sent < sizeBytes; sent += space.byteLength) yield space;
  yield bytesOf(text);
}
