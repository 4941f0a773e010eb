import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryRoot } from '../public-packages.ts';
import { runOrThrow } from '../run-program.ts';

/** A program that runs JavaScript. */
export interface NodeProgram {
  /** `22.23.3` */
  readonly version: string;
  readonly path: string;
}

const folder = join(repositoryRoot, 'node_modules/.cache/crossvault-node');

/** npm has every release of Node as a package for each platform: one file, and no script runs when it is installed. */
const platformPackage = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;

/** A Node, installed once from npm beside the repository's dependencies: a release, or the newest of a major version. */
export async function installNode(wanted: string): Promise<NodeProgram> {
  const home = join(folder, wanted);
  const path = join(home, 'node_modules', platformPackage, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (!existsSync(path)) {
    await mkdir(home, { recursive: true });
    await writeFile(join(home, 'package.json'), '{ "private": true }\n');
    const args = ['install', '--no-audit', '--no-fund', '--no-package-lock', `${platformPackage}@${wanted}`];
    await runOrThrow('npm', args, { cwd: home });
  }
  const version = await runOrThrow(path, ['--version'], { cwd: home });
  return { version: version.trim().replace(/^v/, ''), path };
}

export const thisNode: NodeProgram = { version: process.versions.node, path: process.execPath };
