import { globSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { PublicPackage } from '../public-packages.ts';
import { repositoryRoot } from '../public-packages.ts';
import { runOrThrow } from '../run-program.ts';

/** A packed package. */
export interface Tarball {
  readonly name: string;
  /** Absolute path of the .tgz file. */
  readonly path: string;
  /** Paths inside the package. */
  readonly files: readonly string[];
}

const packedSchema = z.array(
  z.object({ name: z.string(), filename: z.string(), files: z.array(z.object({ path: z.string() })) }),
);

/** How pnpm is started: the one that started this process, else the repository's. */
export function pnpmCommand(): readonly [string, readonly string[]] {
  const running = process.env['npm_execpath'];
  return running !== undefined && /pnpm[^/\\]*\.c?js$/.test(running)
    ? [process.execPath, [running]]
    : ['npx', ['-y', 'pnpm@10']];
}

/** Packs every package as a release would: the built files, and a manifest without workspace references. */
export async function packAll(packages: readonly PublicPackage[], folder: string): Promise<readonly Tarball[]> {
  await mkdir(folder, { recursive: true });
  const [pnpm, first] = pnpmCommand();
  const filters = packages.flatMap(({ name }) => ['--filter', name]);
  const args = [...first, '--recursive', ...filters, 'pack', '--pack-destination', folder, '--json'];
  const output = await runOrThrow(pnpm, args, { cwd: repositoryRoot });
  const packed = packedSchema.parse(JSON.parse(output.slice(output.indexOf('['))));
  const found = await readdir(folder);
  return packed.map(({ name, filename, files }) => {
    const base = filename.split(/[/\\]/).at(-1) ?? filename;
    if (!found.includes(base)) throw new Error(`pnpm packed ${name} and left no ${base}.`);
    return { name, path: join(folder, base), files: files.map(({ path }) => path) };
  });
}

/** Built files that no source stands behind: left by an earlier build, or made of a test. The parts of a bundle have many sources. */
export function findStrayFiles({ folder }: PublicPackage, files: readonly string[], sources: readonly string[]) {
  return files
    .filter((path) => /^dist\/(?!parts\/).*\.js$/.test(path))
    .filter((path) => {
      const source = path.replace(/^dist\//, 'src/').replace(/\.js$/, '.ts');
      return !sources.includes(source) || source.endsWith('.test.ts');
    })
    .map(
      (path) => `${folder}/${path} is packed, and no source stands behind it; delete ${folder}/dist and build again`,
    );
}

/** Sources of a package, from its folder. */
export const sourcesOf = ({ folder }: PublicPackage): readonly string[] =>
  globSync('src/**/*.ts', { cwd: join(repositoryRoot, folder) }).map((path) => path.replaceAll('\\', '/'));
