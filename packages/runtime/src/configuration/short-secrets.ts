import { isJsonObject, Secret } from '@crossvault/core';
import { shortestSecret } from '@crossvault/core/internal';
import type { Issue, KeyPath } from './issue.ts';

/** A warning for each secret that is too short to distinguish from a word where a vendor echoes it. */
export function warnOfShortSecrets(config: unknown, path: KeyPath): readonly Issue[] {
  if (config instanceof Secret) {
    if (config.reveal().trim().length >= shortestSecret) return [];
    const message = `is shorter than ${shortestSecret} characters: where the source repeats it in an answer, Crossvault cannot distinguish it from a word, and shows it`;
    return [{ path, message, code: 'configuration-invalid' }];
  }
  if (Array.isArray(config)) return config.flatMap((item, index) => warnOfShortSecrets(item, [...path, index]));
  if (!isJsonObject(config)) return [];
  return Object.entries(config).flatMap(([key, inner]) => warnOfShortSecrets(inner, [...path, key]));
}
