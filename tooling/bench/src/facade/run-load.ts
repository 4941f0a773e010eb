import { quantile } from '../statistics.ts';
import { type HttpSocket, openHttpSocket, type RawAnswer } from './http-socket.ts';
import type { Load, LoadRequest, LoadResult } from './load.ts';

/** What every answer to a request is compared with. */
interface Expected {
  readonly length: number;
  /** The jobs, changes or counts: what follows them in a list has instants of the request. */
  readonly beginning: Buffer;
  readonly validator: string | null;
}

/** An instant is later than the one before it, and no made job starts in these seven seconds. */
const distinctInstants = 7_000;
let sent = 0;

function toPath({ path, instant }: LoadRequest): string {
  if (instant === null) return path;
  sent += 1;
  const value = new Date(instant.fromMs + (sent % distinctInstants)).toISOString();
  return `${path}${path.includes('?') ? '&' : '?'}${instant.name}=${value}`;
}

/** Everything before the cursor of the next page. */
function toBeginning(body: Buffer): Buffer {
  const end = body.indexOf('"page":');
  return end < 0 ? body : body.subarray(0, end);
}

function require200(answer: RawAnswer, path: string): void {
  if (answer.status === 200) return;
  throw new Error(`${path} was answered with ${answer.status}: ${answer.body.toString('utf8', 0, 500)}`);
}

async function learn(socket: HttpSocket, request: LoadRequest, headers: readonly string[]): Promise<Expected> {
  const path = toPath(request);
  const answer = await socket.ask(path, headers);
  require200(answer, path);
  const validator = /\r\netag: *(?<tag>[^\r]+)/i.exec(answer.head)?.groups?.['tag'] ?? null;
  return { length: answer.body.length, beginning: toBeginning(answer.body), validator };
}

function requireSame({ status, body }: RawAnswer, request: LoadRequest, { length, beginning }: Expected): void {
  if (request.revalidates ? status === 304 : status === 200 && body.length === length) {
    if (request.revalidates || body.subarray(0, beginning.length).equals(beginning)) return;
  }
  throw new Error(
    `${request.path} was answered with ${status} and ${body.length} bytes that are not the ${length} of its first answer.`,
  );
}

/**
 * Asks for each answer once, then sends requests until the time is over; `begin` is called between the two. Throws for
 * an answer that is not the first one again.
 */
export async function runLoad(
  { port, sockets, durationMs, leastRequests, requests, authorizations }: Load,
  begin: () => void,
): Promise<LoadResult> {
  const opened = await Promise.all(Array.from({ length: sockets }, () => openHttpSocket(port)));
  const headersOf = (index: number): readonly string[] => {
    const value = authorizations[index % Math.max(1, authorizations.length)];
    return value === undefined ? [] : [`authorization: ${value}`];
  };
  try {
    const known = new Map<string, Expected>();
    for (let key = 0; key < Math.min(sockets, Math.max(1, authorizations.length)); key += 1) {
      const socket = opened[key];
      if (socket === undefined) continue;
      for (const [number, request] of requests.entries()) {
        known.set(`${key} ${number}`, await learn(socket, request, headersOf(key)));
      }
    }
    begin();
    const times: number[] = [];
    let next = 0;
    const startMs = performance.now();
    const repeat = async (socket: HttpSocket, index: number): Promise<void> => {
      const key = index % Math.max(1, authorizations.length);
      while (performance.now() - startMs < durationMs || times.length < leastRequests) {
        const number = next % requests.length;
        next += 1;
        const [request, expected] = [requests[number], known.get(`${key} ${number}`)];
        if (request === undefined || expected === undefined) throw new Error('There is no request.');
        const validator = request.revalidates ? [`if-none-match: ${expected.validator}`] : [];
        const askedMs = performance.now();
        const answer = await socket.ask(toPath(request), [...headersOf(index), ...validator]);
        times.push(performance.now() - askedMs);
        requireSame(answer, request, expected);
      }
    };
    await Promise.all(opened.map(repeat));
    const seconds = (performance.now() - startMs) / 1000;
    return { requests: times.length, seconds, p50Ms: quantile(times, 0.5), p99Ms: quantile(times, 0.99) };
  } finally {
    for (const socket of opened) socket.close();
  }
}
