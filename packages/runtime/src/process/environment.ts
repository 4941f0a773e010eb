import type { ProxyRules, WrittenProxy } from '@crossvault/client-kit';

/** Environment variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The variables of this process. No other module reads them. */
export const readEnvironment = (): Environment => process.env;

/** The proxies that the environment names, as other programs read them: the lower-case name takes precedence, and each scheme has its own. */
export function readProxyVariables(environment: Environment): ProxyRules {
  const read = (name: string): WrittenProxy | null => {
    const found = [name.toLowerCase(), name].find((spelling) => (environment[spelling] ?? '').trim() !== '');
    return found === undefined ? null : { text: (environment[found] ?? '').trim(), origin: found };
  };
  return {
    https: read('HTTPS_PROXY'),
    http: read('HTTP_PROXY'),
    except: read('NO_PROXY')?.text.split(/[\s,]+/) ?? [],
    loopback: false,
  };
}
