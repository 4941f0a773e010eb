import { globSync } from 'node:fs';
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
async function installedVersion(name: string, folder = '.'): Promise<string> {
  const text = await readFile(join(repositoryRoot, folder, 'node_modules', name, 'package.json'), 'utf8');
  return versioned.parse(JSON.parse(text)).version;
}

/** For programs that read the configuration of the folder in which they are started: a vendor of the project's own. */
const configuration = `connections:
  - name: example
    vendor: ./vendor.mjs
store: { type: none }
`;

const vendor = `import { connectionFields } from '@crossvault/core';
import { createFakeConnector, createFakeVendor, makeJob } from '@crossvault/testkit/fakes';
import { z } from 'zod';

const jobs = [makeJob('example', '1', { status: 'failed', problem: true, startedAt: new Date().toISOString() })];
export default {
  id: 'example-vendor',
  title: 'Example',
  configSchema: z.strictObject(connectionFields),
  connect: () => createFakeConnector('example', createFakeVendor({ jobs })),
};
`;

const manifestSchema = z.object({ dependencies: z.record(z.string(), z.string()).default({}) });

/** What the programs of `examples/` need besides our packages, in the versions that the repository has installed. */
async function dependenciesOfExamples(): Promise<Readonly<Record<string, string>>> {
  const manifests = globSync('examples/*/package.json', { cwd: repositoryRoot }).map(async (path) => {
    const { dependencies } = manifestSchema.parse(JSON.parse(await readFile(join(repositoryRoot, path), 'utf8')));
    const others = Object.keys(dependencies).filter((name) => !name.startsWith('@crossvault/'));
    return Promise.all(others.map(async (name) => [name, await installedVersion(name, dirname(path))] as const));
  });
  return Object.fromEntries((await Promise.all(manifests)).flat());
}

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
    dependencies: { ...(await dependenciesOfExamples()), ...ours },
    devDependencies: { '@types/node': await installedVersion('@types/node') },
  };
  const overrides = Object.entries(ours).map(([name, path]) => `  ${JSON.stringify(name)}: ${JSON.stringify(path)}\n`);
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest, null, 2));
  await writeFile(
    join(folder, 'pnpm-workspace.yaml'),
    `overrides:\n${overrides.join('')}nodeLinker: isolated\nupdateNotifier: false\n`,
  );
  await writeFile(join(folder, 'crossvault.yaml'), configuration);
  await writeFile(join(folder, 'vendor.mjs'), vendor);
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
