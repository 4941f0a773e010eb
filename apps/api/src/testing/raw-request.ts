import { request } from 'node:http';
import { connect } from 'node:net';
import type { Reply } from './facade.ts';

/** A request that fetch would not send: any method, any Host, any path as it is written. */
export function sendRaw(
  url: string,
  options: {
    readonly method?: string;
    readonly path?: string;
    readonly headers?: Record<string, string>;
    readonly body?: string;
  },
): Promise<Reply> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const { body: text, ...head } = options;
    const sent = request({ host: hostname, port, agent: false, path: '/healthz', ...head }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const answer = Buffer.concat(parts).toString('utf8');
        const headers = new Headers(
          Object.entries(response.headersDistinct).map(([name, values = []]) => [name, values.join(', ')]),
        );
        const body: unknown = answer === '' ? undefined : JSON.parse(answer);
        resolve({ status: response.statusCode ?? 0, headers, text: answer, body });
      });
    });
    sent.on('error', reject);
    sent.end(text);
  });
}

/** Writes text to the server's port and gives everything that comes back until it closes the connection. */
export function sendText(url: string, text: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    const socket = connect(Number(port), hostname, () => socket.write(text));
    socket.on('data', (part) => parts.push(part));
    socket.on('error', reject);
    socket.on('close', () => resolve(Buffer.concat(parts).toString('utf8')));
  });
}
