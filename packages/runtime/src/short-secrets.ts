import { isJsonObject, Secret, shortestSecret } from '@crossvault/contract';
import { type KeyPath, toKeyText } from './issue.ts';

/** A warning for each secret that is too short to be told from a word where a vendor echoes it. */
export function warnOfShortSecrets(config: unknown, path: KeyPath = []): readonly string[] {
  if (config instanceof Secret) {
    if (config.reveal().trim().length >= shortestSecret) return [];
    return [
      `${toKeyText(path)} is shorter than ${shortestSecret} characters. Where the source repeats it in an answer, Crossvault cannot tell it from a word, and shows it.`,
    ];
  }
  if (Array.isArray(config)) return config.flatMap((item, index) => warnOfShortSecrets(item, [...path, index]));
  if (!isJsonObject(config)) return [];
  return Object.entries(config).flatMap(([key, inner]) => warnOfShortSecrets(inner, [...path, key]));
}
