import { bareHost, type ServiceAddress } from '@crossvault/core';
import type { ChosenProxy } from '../proxy/proxy-choice.ts';

/** A host and port, and what is changed in the configuration when they are wrong. */
export interface Place {
  readonly host: string;
  readonly port: number;
  readonly key: string;
}

/** The way to an address: to its own host, or to the proxy that it is asked through. */
export interface Way {
  readonly target: Place & { readonly encrypted: boolean };
  readonly proxy: (Place & { readonly chosen: ChosenProxy }) | null;
}

export function toWay({ name, url: text }: ServiceAddress, chosen: ChosenProxy | null): Way {
  const url = new URL(text);
  const key = name === 'api' ? apiKey : identityKey;
  return {
    target: { ...toPlace(url, key), encrypted: url.protocol === 'https:' },
    proxy: chosen === null ? null : { ...toPlace(chosen.url, proxyKey), chosen },
  };
}

/** What every vendor calls it, or derives it from. */
const apiKey = 'baseUrl (where it is not set: cloud or region)';
const identityKey = 'the address of the sign-in (it follows from cloud or environment where it is not set)';
const proxyKey = 'proxy (where it is not set: HTTPS_PROXY or HTTP_PROXY)';

const toPlace = (url: URL, key: string): Place => ({
  host: bareHost(url.hostname),
  port: Number(url.port) || (url.protocol === 'https:' ? 443 : 80),
  key,
});
