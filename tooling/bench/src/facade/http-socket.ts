import { connect, type Socket } from 'node:net';

/** An answer as it came. */
export interface RawAnswer {
  readonly status: number;
  readonly head: string;
  readonly body: Buffer;
}

/** One socket over which one request follows the other. */
export interface HttpSocket {
  ask(path: string, headers: readonly string[]): Promise<RawAnswer>;
  close(): void;
}

/**
 * A client that does as little as a client can: a caller that takes as long as the server would hide how fast the
 * server is. It reads answers of a known length, which all measured servers send.
 */
export async function openHttpSocket(port: number): Promise<HttpSocket> {
  const socket = await new Promise<Socket>((resolve, reject) => {
    const opened = connect({ port, host: '127.0.0.1', noDelay: true }, () => resolve(opened));
    opened.once('error', reject);
  });
  let chunks: Buffer[] = [];
  let length = 0;
  let expected: number | null = null;
  let waiting: PromiseWithResolvers<RawAnswer> | null = null;

  function finish(): void {
    const whole = chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks);
    const headEnd = whole.indexOf('\r\n\r\n') + 4;
    const head = whole.toString('latin1', 0, headEnd);
    const answer = { status: Number(head.slice(9, 12)), head, body: whole.subarray(headEnd) };
    const { resolve } = waiting ?? {};
    [chunks, length, expected, waiting] = [[], 0, null, null];
    resolve?.(answer);
  }
  const fail = (reason: Error): void => {
    waiting?.reject(reason);
    waiting = null;
  };
  socket.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    length += chunk.length;
    expected ??= expectedLength(chunks);
    if (expected !== null && length >= expected) finish();
  });
  socket.once('error', fail);
  socket.once('close', () => fail(new Error('The server closed the connection.')));
  return {
    ask(path, headers) {
      waiting = Promise.withResolvers<RawAnswer>();
      const lines = [`GET ${path} HTTP/1.1`, `host: 127.0.0.1:${port}`, ...headers];
      socket.write(`${lines.join('\r\n')}\r\n\r\n`);
      return waiting.promise;
    },
    close: () => socket.destroy(),
  };
}

/** How many bytes the answer has, head and body; null until its whole head is there. */
export function expectedLength(chunks: readonly Buffer[]): number | null {
  const start = Buffer.concat(chunks);
  const end = start.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const head = start.toString('latin1', 0, end);
  if (head.startsWith('HTTP/1.1 304')) return end + 4;
  const found = /\r\ncontent-length: *(?<bytes>\d+)/i.exec(head)?.groups?.['bytes'];
  if (found === undefined) throw new Error(`The answer has no content-length: ${head.slice(0, 500)}`);
  return end + 4 + Number(found);
}
