import { cp, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { repositoryRoot } from '../public-packages.ts';
import { runOrThrow } from '../run-program.ts';
import { pnpmCommand, type Tarball } from './pack-all.ts';

/** A project of a stranger: an empty folder outside of the repository, with our tarballs installed. */
export interface OutsideProject {
  /** Absolute path, without symbolic links. */
  readonly folder: string;
  remove(): Promise<void>;
}

const versioned = z.object({ version: z.string() });

/** The version that the repository has installed; the project takes the same, so that one compiler and its types agree. */
async function installedVersion(name: string): Promise<string> {
  const text = await readFile(join(repositoryRoot, 'node_modules', name, 'package.json'), 'utf8');
  return versioned.parse(JSON.parse(text)).version;
}

/** For programs that read the configuration of the folder in which they are started. */
const configuration = `connections:
  - name: example
    vendor: veeam-azure
    baseUrl: https://127.0.0.1:9
    credential: { type: token, token: \${OUTSIDE_TOKEN} }
`;

/**
 * Installs the tarballs as dependencies. Our own packages resolve to tarballs everywhere, also as dependencies of each
 * other; all else comes from pnpm's cache or the registry. pnpm links only what a package declares, so that an
 * undeclared import fails here.
 */
export async function createOutsideProject(tarballs: readonly Tarball[]): Promise<OutsideProject> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'crossvault-outside-')));
  const remove = () => rm(folder, { recursive: true, force: true });
  const ours = Object.fromEntries(tarballs.map(({ name, path }) => [name, `file:${path}`]));
  const manifest = {
    name: 'outside',
    private: true,
    type: 'module',
    dependencies: ours,
    devDependencies: { '@types/node': await installedVersion('@types/node') },
  };
  const overrides = Object.entries(ours).map(([name, path]) => `  ${JSON.stringify(name)}: ${JSON.stringify(path)}\n`);
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest, null, 2));
  await writeFile(
    join(folder, 'pnpm-workspace.yaml'),
    `overrides:\n${overrides.join('')}nodeLinker: isolated\nupdateNotifier: false\n`,
  );
  await writeFile(join(folder, 'crossvault.yaml'), configuration);
  const [pnpm, first] = pnpmCommand();
  try {
    const args = [...first, 'install', '--prefer-offline', '--ignore-scripts', '--no-frozen-lockfile'];
    await runOrThrow(pnpm, args, { cwd: folder, environment: outsideEnvironment });
  } catch (error) {
    await remove();
    throw error;
  }
  return { folder, remove };
}

/** pnpm hands its settings to its children as environment variables; those of the repository do not apply outside. */
const outsideEnvironment = Object.fromEntries(
  Object.keys(process.env)
    .filter(
      (name) => /^(?:npm|pnpm)_config_|^npm_package_|^NODE_PATH$/i.test(name) && !/registry|cache|store/i.test(name),
    )
    .map((name) => [name, undefined]),
);

/** Writes a file of the project, and its folder. */
export async function writeOutside(project: OutsideProject, path: string, text: string): Promise<void> {
  const file = join(project.folder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

/** Copies a folder of the repository into the project, as a reader would who downloads it. */
export async function copyOutside(project: OutsideProject, folder: string): Promise<void> {
  await cp(join(repositoryRoot, folder), join(project.folder, folder), {
    recursive: true,
    filter: (source) => !source.split(/[/\\]/).slice(-1).includes('node_modules'),
  });
}
