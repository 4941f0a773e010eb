import { createContext, isJsonObject, type VendorDefinition } from '@crossvault/core';
import type { SimulatedVendor } from '@crossvault/simulators';

/** Looks like nothing: only who knows it can take it out. */
export const plainSecret = 'Tr0ub4dor&3 plain/secret+of=ours';

/** What no vendor may get us to show: in a signed address, in an account's, under a revealing name, deeply nested. */
export const planted = [
  'sigPLANTEDaaaa1',
  'userPLANTEDbbbb2',
  'deepPLANTEDcccc3',
  'tokenPLANTEDdddd4',
  'eyJhbGciOiJub25lIn0.PLANTEDeeee5.x',
];

const [signature, account, deep, token, jwt] = planted;

/** Laid over a job's payload. */
export const plantedFields = {
  note: `copied to https://store.example/x?sv=1&sig=${signature}&se=2`,
  mount: `https://svc:${account}@share.example/path`,
  settings: { inner: [{ more: { adminPassword: deep, accessToken: token } }] },
  trace: `Bearer ${jwt}`,
};

/** Names that a vendor writes for people. Azure's `name` is a part of ids, which its own rule of redaction covers. */
const nameKeys =
  /^(?!type)\w*(?:friendly|display|policy|job|plan|object|machine|server|agent|container|source|target|vm|entity)name$/i;
const textKeys = /^(?:description|message|title|reason|comment)$/i;

/** The answer with these texts behind every name in it. */
function plantBehindNames(value: unknown, texts: readonly string[], key = ''): unknown {
  if (typeof value === 'string') return nameKeys.test(key) || textKeys.test(key) ? [value, ...texts].join(' ') : value;
  if (Array.isArray(value)) return value.map((item: unknown) => plantBehindNames(item, texts, key));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plantBehindNames(inner, texts, name)]));
}

/** Collects what is sent as a credential, and lets a vendor echo it: in the body of an error, as often as requested. */
export function createEcho() {
  const sent = new Set<string>();
  let echoing = false;

  async function remember(request: Request, own: Set<string>): Promise<string> {
    const authorization = request.headers.get('authorization') ?? '';
    const body = await request.clone().text();
    const remembered = (text: string) => [sent, own].forEach((each) => void each.add(text));
    if (authorization !== '') remembered(authorization.replace(/^\w+ /, ''));
    for (const [name, value] of new URLSearchParams(body)) {
      if (/secret|password|token|assertion/.test(name)) remembered(value);
    }
    return JSON.stringify({
      authorization,
      body,
      password: plainSecret,
      hint: `you sent ${plainSecret} as ${authorization}`,
    });
  }

  function listen(definition: VendorDefinition): VendorDefinition {
    /** What this vendor was sent, which it may write behind names. */
    const own = new Set<string>();
    return {
      ...definition,
      connect: (config, given) => {
        const context = createContext(given);
        return definition.connect(config, {
          ...context,
          async fetch(request) {
            const echo = await remember(request, own);
            if (!echoing) return keepTokens(await context.fetch(request), own);
            const words = `refused: ${echo}`;
            return Response.json(
              {
                error: { code: 'Echo', message: words },
                title: 'Echo',
                detail: words,
                message: words,
                errors: [{ message: words }],
                error_description: words,
              },
              { status: 400 },
            );
          },
        });
      },
    };
  }

  async function keepTokens(response: Response, own: ReadonlySet<string>): Promise<Response> {
    const text = await response.text();
    for (const [, value] of text.matchAll(/"(?:access_token|refresh_token|id_token)"\s*:\s*"([^"]+)"/g))
      if (value !== undefined) sent.add(value);
    const { status, headers } = response;
    const copy = new Headers(headers);
    copy.delete('content-encoding');
    copy.delete('content-length');
    const secrets = [...own].filter((each) => each.length >= 8).slice(-3);
    const isJson = (headers.get('content-type') ?? '').includes('json') && !text.includes('access_token');
    const body = isJson && text !== '' ? JSON.stringify(plantBehindNames(JSON.parse(text), secrets)) : text;
    return new Response(status === 204 ? null : body, { status, headers: copy });
  }

  return {
    listen,
    /** Everything secret that went over the wire. */
    sent: (): readonly string[] => [...sent].filter((text) => text.length >= 8),
    echo(on: boolean): void {
      echoing = on;
    },
  };
}

/** The secrets of a vendor's connection that are found in a text, in any of the forms in which they may be written. */
export function findSecrets(text: string, secrets: readonly string[]): readonly string[] {
  return secrets.filter((secret) =>
    [
      secret,
      Buffer.from(secret).toString('base64').replace(/=+$/, ''),
      Buffer.from(secret).toString('base64url'),
      encodeURIComponent(secret),
      JSON.stringify(secret).slice(1, -1),
    ].some((form) => text.includes(form)),
  );
}

export const secretsOf = (vendors: readonly SimulatedVendor[]): readonly string[] =>
  vendors.flatMap(({ connection }) => Object.values(connection.secrets));
