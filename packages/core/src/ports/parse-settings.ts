import type { z } from 'zod';
import { CrossvaultError } from '../errors/error.ts';
import { Secret } from './connection-config.ts';

/** A credential as a program gives it: every secret as a {@link Secret} or as its plain text. */
export type GivenCredential<Credential> = Credential extends unknown
  ? {
      readonly [Member in keyof Credential]: Secret extends Credential[Member]
        ? Credential[Member] | string
        : Credential[Member];
    }
  : never;

/** The members of a credential that are secrets. A program may give them as plain texts; a configuration file may not. */
const secretMembers: ReadonlySet<string> = new Set(['token', 'password', 'clientSecret', 'key']);

/**
 * Validates the settings that a program gives to a vendor's client, with the schema of the vendor's configuration. Plain
 * texts of a credential become {@link Secret}s. Throws `configuration-invalid`, which names every fault.
 */
export function parseSettings<Config, Settings extends { readonly credential: object }>(
  schema: z.ZodType<Config>,
  { vendor, name }: { readonly vendor: string; readonly name: string },
  settings: Settings,
): Config {
  const result = schema.safeParse({ name, vendor, ...settings, credential: withSecrets(settings.credential) });
  if (result.success) return result.data;
  const faults = result.error.issues.map(({ path, message }) => [path.join('.'), message].filter(Boolean).join(' '));
  throw new CrossvaultError({
    code: 'configuration-invalid',
    message: `The settings are invalid: ${faults.join('; ')}.`,
    source: name,
    parameter: result.error.issues[0]?.path.join('.'),
  });
}

const withSecrets = (credential: object): object =>
  Object.fromEntries(
    Object.entries(credential).map(([member, value]: [string, unknown]) => [
      member,
      typeof value === 'string' && secretMembers.has(member) ? new Secret(value) : value,
    ]),
  );
