import type { Socket } from 'node:net';
import type { ChosenProxy } from '../proxy/proxy-choice.ts';
import { explainRefusal } from '../proxy/proxy-failure.ts';
import type { Finding } from './step.ts';

/** A proxy's head of an answer that is longer than this is none. */
const longestHead = 16 * 1024;

/** Asks a proxy for a way through to `target` (`host:port`); the socket then leads there. */
export async function openTunnel(socket: Socket, proxy: ChosenProxy, target: string): Promise<Finding<Socket>> {
  const head = await exchangeHead(socket, toConnect(proxy.url, target));
  const status = Number(/^HTTP\/1\.[01] (\d{3})/.exec(head)?.[1]);
  if (status >= 200 && status < 300) {
    return { ok: true, value: socket, detail: `The proxy ${proxy.shown} opened the way to ${target}.` };
  }
  if (Number.isNaN(status)) {
    const detail = `What listens at ${proxy.shown} does not answer as a proxy.`;
    return {
      ok: false,
      detail,
      advice: 'Check the address of the proxy (key proxy, HTTPS_PROXY).',
      code: 'source-unreachable',
    };
  }
  const { said, advice, code } = explainRefusal(status, proxy, target);
  return { ok: false, detail: said, advice, code };
}

function toConnect({ username, password }: URL, target: string): string {
  const credentials = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64');
  const lines = [`CONNECT ${target} HTTP/1.1`, `Host: ${target}`];
  if (username !== '') lines.push(`Proxy-Authorization: Basic ${credentials}`);
  return `${lines.join('\r\n')}\r\n\r\n`;
}

/** Writes a request and reads up to the end of the answer's head; what came behind it is left in the socket. */
function exchangeHead(socket: Socket, request: string): Promise<string> {
  return new Promise((resolve) => {
    let read = Buffer.alloc(0);
    const finish = (head: string): void => {
      socket.off('data', take).off('close', end).pause();
      resolve(head);
    };
    const end = (): void => finish(read.toString('latin1'));
    const take = (chunk: Buffer): void => {
      read = Buffer.concat([read, chunk]);
      const length = read.indexOf('\r\n\r\n');
      if (length === -1 && read.length < longestHead) return;
      const rest = read.subarray(length + 4);
      finish(read.subarray(0, Math.max(0, length)).toString('latin1'));
      if (length !== -1 && rest.length > 0) socket.unshift(rest);
    };
    socket.on('data', take).on('close', end);
    socket.write(request);
  });
}
