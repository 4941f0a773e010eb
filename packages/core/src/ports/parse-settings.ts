import type { z } from 'zod';
import { CrossvaultError } from '../errors/error.ts';
import { isJsonObject } from '../wire/wire.ts';
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
  // A program without types, or one that reads its settings, may give anything.
  const given: unknown = settings;
  if (!isJsonObject(given)) throw invalid(name, [{ path: 'credential', text: 'they must be an object' }]);
  const { credential } = given;
  const own = isJsonObject(credential)
    ? secretFaults(credential)
    : [{ path: 'credential', text: 'credential is missing' }];
  const result = schema.safeParse({
    ...given,
    name,
    vendor,
    credential: isJsonObject(credential) ? withSecrets(credential) : credential,
  });
  if (result.success && own.length === 0) return result.data;
  const others = (result.error?.issues ?? [])
    .map((issue) => ({
      path: issue.path.join('.'),
      text: [issue.path.join('.'), issue.message].filter(Boolean).join(' '),
    }))
    .filter(({ path }) => own.every((fault) => path !== fault.path && !path.startsWith(`${fault.path}.`)));
  throw invalid(name, [...others, ...own]);
}

interface Fault {
  readonly path: string;
  readonly text: string;
}

const invalid = (source: string, faults: readonly Fault[]): CrossvaultError =>
  new CrossvaultError({
    code: 'configuration-invalid',
    message: `The settings are invalid: ${faults.map(({ text }) => text).join('; ')}.`,
    source,
    parameter: faults[0]?.path,
  });

/** What is wrong with the secrets: an empty one comes from an environment variable that is not set. */
function secretFaults(credential: Readonly<Record<string, unknown>>): readonly Fault[] {
  return Object.entries(credential).flatMap(([member, value]) => {
    if (!secretMembers.has(member) || value instanceof Secret) return [];
    const path = `credential.${member}`;
    if (typeof value !== 'string') return [{ path, text: `${path} must be the secret as a text, or a Secret` }];
    return value.trim() === '' ? [{ path, text: `${path} is empty: is the variable set from which it comes?` }] : [];
  });
}

const withSecrets = (credential: object): object =>
  Object.fromEntries(
    Object.entries(credential).map(([member, value]: [string, unknown]) => [
      member,
      typeof value === 'string' && secretMembers.has(member) ? new Secret(value) : value,
    ]),
  );
