import type { LookupAddress } from 'node:dns';
import type { Socket } from 'node:net';
import { connect } from 'node:tls';
import { openSocket } from './open-socket.ts';
import { openTunnel } from './open-tunnel.ts';
import type { Way } from './route.ts';
import type { Finding } from './step.ts';
import { systemCodeOf } from './system-code.ts';

type ProxiedWay = Way & { readonly proxy: NonNullable<Way['proxy']> };

/** Opens the way as far as TLS begins: a socket to the host, or to the proxy and through it. */
export async function openWay(
  { target, proxy }: Way,
  addresses: readonly LookupAddress[],
  signal: AbortSignal,
): Promise<Finding<Socket>> {
  if (proxy === null) return openSocket({ ...target, addresses }, signal);
  const opened = await openSocket({ ...proxy, addresses }, signal);
  if (!opened.ok) return { ...opened, detail: `The proxy ${proxy.chosen.shown}: ${opened.detail}` };
  const secured = proxy.chosen.url.protocol === 'https:' ? await secureProxy(opened.value, proxy.host) : opened;
  const through = secured.ok ? await goThrough(secured.value, { target, proxy }) : secured;
  if (!through.ok) opened.value.destroy();
  return through;
}

async function goThrough(socket: Socket, { target, proxy }: ProxiedWay): Promise<Finding<Socket>> {
  const { chosen } = proxy;
  if (target.encrypted) return openTunnel(socket, chosen, `${bracketed(target.host)}:${target.port}`);
  return { ok: true, value: socket, detail: `The proxy ${chosen.shown} answered; it passes plain requests on itself.` };
}

const bracketed = (host: string): string => (host.includes(':') ? `[${host}]` : host);

/** A proxy that is spoken to over TLS itself; it has to show a certificate that Node knows. */
function secureProxy(socket: Socket, host: string): Promise<Finding<Socket>> {
  return new Promise((resolve) => {
    const secure = connect({ socket, host, servername: host });
    secure.once('secureConnect', () => resolve({ ok: true, value: secure, detail: 'The proxy answered over TLS.' }));
    secure.on('error', (error) =>
      resolve({
        ok: false,
        detail: `TLS with the proxy itself failed (${systemCodeOf(error)}).`,
        advice:
          'Write its address with http:// in the key proxy if it speaks no TLS; its certificate has to come from an authority that Node knows (NODE_EXTRA_CA_CERTS).',
        code: 'certificate-refused',
      }),
    );
  });
}
