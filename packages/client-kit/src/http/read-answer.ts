import { type BodyLimits, parseBody, readBody } from './read-body.ts';

/** An answer whose body has been read and parsed. */
export interface ReadAnswer {
  /** Gives the parsed body without parsing it again, under the status that the answer really has. */
  readonly response: Response;
  readonly status: number;
  /** Parsed JSON; of an answer that is no success and no JSON, its text. */
  readonly body: unknown;
}

/** Reads an answer to its end. Throws when the body breaks off, is too large, or claims success and is no JSON. */
export async function readAnswer(
  response: Response,
  { readStatus }: { readStatus(response: Response, body: unknown): number },
  limits: BodyLimits,
  address: string,
): Promise<ReadAnswer> {
  const { text, bytes } = await readBody(response, limits);
  const body = response.ok ? parseBody(text, limits, address) : parseProblem(text, limits);
  const status = readStatus(response, body);
  const headers = new Headers(response.headers);
  // What the client on top looks at to decide whether there is a body; compression has been undone.
  headers.set('content-length', String(bytes));
  headers.delete('content-encoding');
  headers.delete('transfer-encoding');
  const read = Object.assign(new Response(null, { status, headers }), {
    json: async () => body,
    text: async () => text,
  });
  return { response: read, status, body };
}

/** An error's body may be anything: JSON where it is JSON, else its text. */
function parseProblem(text: string, limits: BodyLimits): unknown {
  try {
    return parseBody(text, limits, '');
  } catch {
    return text;
  }
}
