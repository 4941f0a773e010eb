import type { VendorDefinition } from '@crossvault/contract';
import type { SimulatedVendor } from '@crossvault/simulators';

/** Looks like nothing: only who knows it can take it out. */
export const plainSecret = 'Tr0ub4dor&3 plain/secret+of=ours';

/** What no vendor may get us to show: in a signed address, in an account's, under a telling name, deep inside. */
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

/** Collects what is sent as a credential, and lets a vendor echo it: in the body of an error, as often as it is told to. */
export function createEcho() {
  const sent = new Set<string>();
  let echoing = false;

  async function remember(request: Request): Promise<string> {
    const authorization = request.headers.get('authorization') ?? '';
    const body = await request.clone().text();
    if (authorization !== '') sent.add(authorization.replace(/^\w+ /, ''));
    for (const [name, value] of new URLSearchParams(body)) {
      if (/secret|password|token|assertion/.test(name)) sent.add(value);
    }
    return JSON.stringify({
      authorization,
      body,
      password: plainSecret,
      hint: `you sent ${plainSecret} as ${authorization}`,
    });
  }

  function listen(definition: VendorDefinition): VendorDefinition {
    return {
      ...definition,
      connect: (config, context) =>
        definition.connect(config, {
          ...context,
          async fetch(request) {
            const echo = await remember(request);
            if (!echoing) return keepTokens(await context.fetch(request));
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
        }),
    };
  }

  async function keepTokens(response: Response): Promise<Response> {
    const text = await response.text();
    for (const [, value] of text.matchAll(/"(?:access_token|refresh_token|id_token)"\s*:\s*"([^"]+)"/g))
      if (value !== undefined) sent.add(value);
    const { status, headers } = response;
    const copy = new Headers(headers);
    copy.delete('content-encoding');
    copy.delete('content-length');
    return new Response(text, { status, headers: copy });
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
