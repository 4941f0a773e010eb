#!/usr/bin/env node
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeRange, lowestNodes } from './node/node-ranges.ts';
import { checkOldNode } from './outside/check-old-node.ts';
import { exceptions } from './outside/exceptions.ts';
import { measureInstalled, toSizeTable } from './outside/installed-size.ts';
import { type Failure, judge, sortDiagnostics } from './outside/judge-programs.ts';
import { runAttw, runPublint } from './outside/lint-tarball.ts';
import { installNode, type NodeProgram, thisNode } from './outside/node-programs.ts';
import { copyOutside, createOutsideProject, type OutsideProject, writeOutside } from './outside/outside-project.ts';
import { findStrayFiles, packAll, pnpmCommand, sourcesOf, type Tarball } from './outside/pack-all.ts';
import { type Program, readPrograms } from './outside/programs.ts';
import { findDeadReadmeLinks } from './outside/readme-links.ts';
import { runPrograms } from './outside/run-programs.ts';
import { resolutions, typeCheck } from './outside/type-check.ts';
import { type PublicPackage, readPublicPackages, repositoryRoot } from './public-packages.ts';
import { runOrThrow } from './run-program.ts';

const usage =
  'usage: npx -y pnpm@10 check:packages [--sizes]   packs all packages and tries them outside of the repository';

const newestOldMajor = '20';

function note(text: string): void {
  console.log(`${new Date().toISOString().slice(11, 19)} ${text}`);
}

async function lint(tarballs: readonly Tarball[], cwd: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const tarball of tarballs) found.push(...(await runPublint(tarball)), ...(await runAttw(tarball, cwd)));
  return found;
}

async function checkPrograms(
  project: OutsideProject,
  packages: readonly PublicPackage[],
  nodes: readonly NodeProgram[],
): Promise<readonly string[]> {
  const programs: readonly Program[] = readPrograms();
  if (programs.some(({ path }) => path.startsWith('examples/'))) await copyOutside(project, 'examples');
  for (const { path, text } of programs) {
    if (!path.startsWith('examples/')) await writeOutside(project, path, text);
  }
  const failures: Failure[] = [];
  const libraries = new Map<string, readonly string[]>();
  for (const resolution of resolutions) {
    const sorted = sortDiagnostics(await typeCheck(project, programs, resolution), programs);
    failures.push(...sorted.failures.map(({ program, text }) => ({ program, text: `[${resolution}] ${text}` })));
    for (const [library, texts] of sorted.libraries) libraries.set(library, texts);
    note(`Type-checked ${programs.length} programs with ${resolution}.`);
  }
  const ran = await runPrograms(project, programs, packages, nodes);
  note(`Ran ${ran.runs} times on Node ${nodes.map(({ version }) => version).join(' and ')}.`);
  return judge([...failures, ...ran.failures], libraries, exceptions);
}

/** What is packed wrongly, whatever the programs do. */
async function checkFiles(
  packages: readonly PublicPackage[],
  tarballs: readonly Tarball[],
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const each of packages) {
    const files = tarballs.find(({ name }) => name === each.name)?.files ?? [];
    const readme = await readFile(join(repositoryRoot, each.folder, 'README.md'), 'utf8');
    found.push(...findStrayFiles(each, files, sourcesOf(each)), ...findDeadReadmeLinks(each.name, readme, files));
  }
  return found;
}

/** Gives what is wrong. */
async function checkPackages(withSizes: boolean): Promise<readonly string[]> {
  const packages = readPublicPackages();
  const [pnpm, first] = pnpmCommand();
  await runOrThrow(pnpm, [...first, 'build'], { cwd: repositoryRoot });
  note(`Built ${packages.length} packages.`);
  const folder = await mkdtemp(join(tmpdir(), 'crossvault-tarballs-'));
  try {
    const tarballs = await packAll(packages, folder);
    const misPacked = await checkFiles(packages, tarballs);
    note(`Packed ${tarballs.length} tarballs.`);
    const project = await createOutsideProject(tarballs);
    note('Installed them into an empty project.');
    try {
      if (withSizes) {
        const sizes = await Promise.all(packages.map(({ name }) => measureInstalled(project, name)));
        const ranges = new Map(packages.map(({ name, nodeRange }) => [name, describeRange(nodeRange)]));
        console.log(`\n${toSizeTable(sizes, (name) => ranges.get(name) ?? '')}\n`);
        return misPacked;
      }
      const linted = await lint(tarballs, folder);
      note('Checked the tarballs with publint and attw.');
      const lowest = await Promise.all(lowestNodes(packages.map(({ nodeRange }) => nodeRange)).map(installNode));
      const programs = await checkPrograms(project, packages, [...lowest, thisNode]);
      const old: string[] = [];
      for (const node of [await installNode(newestOldMajor), ...lowest]) {
        old.push(...(await checkOldNode(project, packages, node)));
        note(`Imported on Node ${node.version} what excludes it.`);
      }
      return [...misPacked, ...linted, ...programs, ...old];
    } finally {
      await project.remove();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const args = process.argv.slice(2);
if (args.some((each) => each !== '--sizes')) {
  console.error(usage);
  process.exitCode = 2;
} else {
  const breaches = await checkPackages(args.includes('--sizes'));
  for (const breach of breaches) console.error(`\n${breach}`);
  console.log(breaches.length === 0 ? 'Nothing found.' : `\n${breaches.length} found.`);
  process.exitCode = breaches.length === 0 ? 0 : 1;
}
