import { join } from 'node:path';
import type { PublicPackage } from '../public-packages.ts';

/** The name of every documented entry point, by the path of its source without the ending: TypeDoc names modules by paths. */
export function specifiersBySource(packages: readonly PublicPackage[], root: string): ReadonlyMap<string, string> {
  return new Map(documentedEntries(packages).map(({ source, specifier }) => [join(root, source), specifier]));
}

/** What is under `/internal` is no API, and is not documented. */
export const documentedEntries = (packages: readonly PublicPackage[]) =>
  packages.flatMap(({ entryPoints }) => entryPoints).filter(({ key }) => !/^\.\/internal(?:\/|$)/.test(key));
