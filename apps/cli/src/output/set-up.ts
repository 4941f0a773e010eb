import type { ProxyInForce, SetUp } from '@crossvault/runtime';
import type { Palette } from './palette.ts';
import { toPlainLine } from './plain-text.ts';

/** The configuration in use, as lines. */
export function renderSetUp(setUp: SetUp, palette: Palette): readonly string[] {
  const { file, node, connections, faulty, proxies, directHosts, secrets } = setUp;
  const missing = secrets.filter(({ resolved }) => !resolved);
  const faults = faulty === 0 ? '' : palette.trouble(`, ${faulty} of them not set up`);
  const direct = directHosts.length === 0 ? '' : `; directly: ${directHosts.join(', ')}`;
  const lost = missing.length === 0 ? '' : palette.trouble(`, ${missing.length} missing`);
  return [
    ['configuration', `${file}: ${connections} ${connections === 1 ? 'connection' : 'connections'}${faults}`],
    ['node', node],
    ['proxies', proxies.length === 0 ? 'none' : `${proxies.map(toProxyText).join(', ')}${direct}`],
    ['secrets', `${secrets.length - missing.length} found${lost}`],
    ...missing.map(({ connection, key, reference }) => ['', `missing: ${reference}, ${key} of ${connection}`]),
  ].map(([title = '', text = '']) => `${title.padEnd(15)}${toPlainLine(text)}`);
}

function toProxyText({ connection, origin, address }: ProxyInForce): string {
  const where = connection === null ? origin : `${origin} of ${connection}`;
  return `${address ?? 'an address that cannot be used'} (${where})`;
}
