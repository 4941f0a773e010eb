import { isIPv4 } from 'node:net';
import { CrossvaultError } from '@crossvault/contract';
import { z } from 'zod';

/** Where the facade listens. */
export interface ServerSettings {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
}

const listenPattern = /^(?:\[(?<bracketed>[^\]]+)\]|(?<plain>[^:[\]]+)):(?<port>\d{1,5})$/;

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'));

/** `host:port`, the host one that only this machine can reach: there are no API keys that would keep others out. */
const listenSchema = z.string().transform((text, context): ServerSettings => {
  const { bracketed, plain = '', port = '' } = listenPattern.exec(text)?.groups ?? {};
  const settings = { host: bracketed ?? plain, port: Number(port) };
  if (port === '' || settings.port > 65_535) {
    context.addIssue('must be a host and a port such as "127.0.0.1:8484"');
    return z.NEVER;
  }
  if (!isLoopback(settings.host)) {
    context.addIssue(
      'must be on this machine (127.0.0.1, [::1] or localhost): there are no API keys that would keep others out',
    );
    return z.NEVER;
  }
  return settings;
});

/** What `--listen` says, by the rules of `server.listen`. Throws `invalid-parameter`. */
export function parseListen(text: string): ServerSettings {
  const result = listenSchema.safeParse(text);
  if (result.success) return result.data;
  const faults = result.error.issues.map(({ message }) => message).join('; ');
  throw new CrossvaultError({ code: 'invalid-parameter', message: `listen "${text}" ${faults}.`, parameter: 'listen' });
}

export const serverSchema = z
  .strictObject({ listen: listenSchema.default({ host: '127.0.0.1', port: 8484 }) })
  .nullish()
  .transform((server): ServerSettings => server?.listen ?? { host: '127.0.0.1', port: 8484 });
