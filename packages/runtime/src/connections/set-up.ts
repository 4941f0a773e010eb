import { Secret } from '@crossvault/core';
import type { Configuration } from '../configuration/configuration.ts';
import type { SecretReference } from '../configuration/configured-connection.ts';
import { type Environment, readEnvironment, readProxyVariables } from '../process/environment.ts';

/** The configuration in use, for the operator to check. Holds no secret. */
export interface SetUp {
  /** Absolute path of the configuration. */
  readonly file: string;
  /** Version of Node. */
  readonly node: string;
  readonly connections: number;
  /** Number of connections that cannot be created. */
  readonly faulty: number;
  readonly proxies: readonly ProxyInForce[];
  /** Hosts that are reached directly (NO_PROXY). */
  readonly directHosts: readonly string[];
  readonly secrets: readonly (SecretReference & { readonly connection: string })[];
}

export interface ProxyInForce {
  /** The connection with a proxy of its own; null: every other connection. */
  readonly connection: string | null;
  /** `HTTPS_PROXY`, or `proxy` for the key of a connection. */
  readonly origin: string;
  /** Without credentials; null where the text is no address, `none` where a connection sets none. */
  readonly address: string | null;
}

/** Summarizes a configuration and its environment. Sends no requests. */
export async function describeSetUp(
  configuration: Configuration,
  environment: Environment = readEnvironment(),
): Promise<SetUp> {
  const { describeProxy } = await import('@crossvault/client-kit');
  const { file, connections } = configuration;
  const { https, http, except } = readProxyVariables(environment);
  return {
    file,
    node: process.version,
    connections: connections.length,
    faulty: connections.filter(({ fault }) => fault !== null).length,
    proxies: [
      ...[https, http].flatMap((written) =>
        written === null ? [] : [{ connection: null, origin: written.origin, address: describeProxy(written.text) }],
      ),
      ...connections.flatMap((connection): readonly ProxyInForce[] => {
        const proxy = connection.fault === null ? connection.settings.proxy : undefined;
        if (proxy === undefined) return [];
        const text = proxy instanceof Secret ? proxy.reveal() : proxy;
        return [
          { connection: connection.name, origin: 'proxy', address: text === 'none' ? text : describeProxy(text) },
        ];
      }),
    ],
    directHosts: except.filter((host) => host !== ''),
    secrets: connections.flatMap(({ name, secrets }) => secrets.map((secret) => ({ connection: name, ...secret }))),
  };
}
