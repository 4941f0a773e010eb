import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';

/** Writes the licenses of the packages whose code is in a bundle. */
export async function writeLicenses(metafile: Metafile, repository: string, file: string): Promise<void> {
  const texts = await Promise.all(packagesOf(metafile).map((folder) => describePackage(join(repository, folder))));
  await writeFile(file, `${texts.toSorted().join(`\n${'-'.repeat(80)}\n\n`)}\n`);
}

/** The folders of the packages that the output has code of. */
function packagesOf({ outputs }: Pick<Metafile, 'outputs'>): readonly string[] {
  const inputs = Object.values(outputs).flatMap((output) => Object.keys(output.inputs));
  const folders = inputs.flatMap((input) => /^[^:]*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(input)?.[0] ?? []);
  return [...new Set(folders)];
}

async function describePackage(folder: string): Promise<string> {
  const manifest: { readonly name: string; readonly version: string; readonly license?: string } = JSON.parse(
    await readFile(join(folder, 'package.json'), 'utf8'),
  );
  const files = (await readdir(folder)).filter((name) => /^(?:licen[cs]e|notice|copying)/i.test(name)).toSorted();
  const texts = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')));
  const title = `${manifest.name} ${manifest.version}, license: ${manifest.license ?? 'see below'}`;
  return [title, ...texts.map((text) => text.trim())].join('\n\n');
}
