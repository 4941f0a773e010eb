import { CrossvaultError, isLoopbackHost } from '@crossvault/core';
import { z } from 'zod';

/** Address of the REST API. */
export interface ServerSettings {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** Further accepted values of the `Host` header, compared exactly. @default none */
  readonly allowedHosts?: readonly string[];
  /** Whether every request needs an API key. @default `keys` where a key was ever created or others can reach the server, else `none` */
  readonly auth?: 'none' | 'keys';
}

const listenPattern = /^(?:\[(?<bracketed>[^\]]+)\]|(?<plain>[^:[\]]+)):(?<port>\d{1,5})$/;

/** `host:port`. Whether others may reach it depends on whether there are API keys, which the server knows. */
const listenSchema = z.string().transform((text, context): ServerSettings => {
  const { bracketed, plain = '', port = '' } = listenPattern.exec(text)?.groups ?? {};
  const settings = { host: bracketed ?? plain, port: Number(port) };
  if (port === '' || settings.port > 65_535) {
    context.addIssue('must be a host and a port such as "127.0.0.1:8484"');
    return z.NEVER;
  }
  return settings;
});

/** Parses `--listen` by the rules of `server.listen`. Throws `invalid-parameter`. */
export function parseListen(text: string): ServerSettings {
  const result = listenSchema.safeParse(text);
  if (result.success) return result.data;
  const faults = result.error.issues.map(({ message }) => message).join('; ');
  throw new CrossvaultError({ code: 'invalid-parameter', message: `listen "${text}" ${faults}.`, parameter: 'listen' });
}

const usual: ServerSettings = { host: '127.0.0.1', port: 8484 };

export const serverSchema = z
  .strictObject({
    listen: listenSchema.default(usual),
    allowedHosts: z.array(z.string().min(1)).default([]),
    auth: z
      .enum(['none', 'keys'], {
        error: 'must be keys (every request needs an API key) or none (callers on this machine read without one)',
      })
      .optional(),
  })
  .superRefine(({ listen, allowedHosts, auth }, context) => {
    if (auth !== 'none' || (allowedHosts.length === 0 && isLoopbackHost(listen.host))) return;
    const reached = allowedHosts.length === 0 ? 'listen is not a loopback address' : 'allowedHosts is set';
    context.addIssue({
      code: 'custom',
      path: ['auth'],
      message: `must not be none while ${reached}: other machines could read everything. Remove auth, and create a key with "crossvault keys create"`,
    });
  })
  .nullish()
  .transform((server): ServerSettings => {
    if (server === null || server === undefined) return usual;
    const { listen, allowedHosts, auth } = server;
    return {
      ...listen,
      ...(allowedHosts.length === 0 ? {} : { allowedHosts }),
      ...(auth === undefined ? {} : { auth }),
    };
  });
