import { existsSync } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { OutsideProject } from './outside-project.ts';

export interface InstalledSize {
  readonly name: string;
  /** Files of the package itself. */
  readonly ownBytes: number;
  /** Files of the package and of everything that it depends on in production. */
  readonly allBytes: number;
  /** How many packages that are, itself included. */
  readonly packages: number;
  /** Names of the packages of others that it and the packages of ours in it declare, sorted. What those bring is not named. */
  readonly libraries: readonly string[];
}

const isOurs = (name: string): boolean => name.startsWith('@crossvault/');

const manifestSchema = z.object({
  name: z.string(),
  dependencies: z.record(z.string(), z.string()).default({}),
  optionalDependencies: z.record(z.string(), z.string()).default({}),
});

const readManifest = async (folder: string) =>
  manifestSchema.parse(JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')));

/** Bytes of the files of a package; packages that are nested in it count for themselves. */
async function bytesOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true });
  const sizes = await Promise.all(
    entries.map(async (entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return entry.name === 'node_modules' ? 0 : bytesOf(path);
      return entry.isFile() ? (await stat(path)).size : 0;
    }),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Where a package finds its dependency, by Node's rules; null for an optional one that is not installed here. */
async function resolveDependency(from: string, name: string): Promise<string | null> {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name);
    if (existsSync(join(candidate, 'package.json'))) return realpath(candidate);
    if (folder === dirname(folder)) return null;
  }
}

/** What installing this one package alone brings: every folder that its production dependencies lead to. */
export async function measureInstalled(project: OutsideProject, name: string): Promise<InstalledSize> {
  const own = await realpath(join(project.folder, 'node_modules', name));
  const seen = new Set<string>();
  const libraries = new Set<string>();
  const waiting = [own];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    if (seen.has(folder)) continue;
    const manifest = await readManifest(folder);
    seen.add(folder);
    const names = Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies });
    if (isOurs(manifest.name)) for (const each of names.filter((one) => !isOurs(one))) libraries.add(each);
    for (const each of names) waiting.push(...[(await resolveDependency(folder, each)) ?? []].flat());
  }
  const sizes = await Promise.all([...seen].map(bytesOf));
  return {
    name,
    ownBytes: await bytesOf(own),
    allBytes: sizes.reduce((sum, size) => sum + size, 0),
    packages: seen.size,
    libraries: [...libraries].toSorted(),
  };
}

const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1);

/** The sizes as the table of docs/packages.md, with the Node that each package requires. */
export function toSizeTable(sizes: readonly InstalledSize[], nodeOf: (name: string) => string): string {
  const rows = sizes.map(
    ({ name, ownBytes, allBytes, packages, libraries }) =>
      `| \`${name}\` | ${nodeOf(name)} | ${megabytes(ownBytes)} MB | ${megabytes(allBytes)} MB | ${packages} | ${libraries.join(', ')} |`,
  );
  const head = '| package | Node | itself | with its dependencies | packages | libraries |';
  return [head, '| --- | --- | ---: | ---: | ---: | --- |', ...rows].join('\n');
}
