import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { exampleSecrets } from '@crossvault/architecture';
import { satisfies } from 'semver';
import type { PublicPackage } from '../public-packages.ts';
import { runProgram } from '../run-program.ts';
import type { Failure } from './judge-programs.ts';
import type { NodeProgram } from './node-programs.ts';
import type { OutsideProject } from './outside-project.ts';
import type { Program } from './programs.ts';

/** Names of the published packages that a program imports. */
const importedBy = ({ text }: Program): readonly string[] =>
  [...text.matchAll(/(?:from|import)\s*\(?\s*['"](@crossvault\/[\w-]+)/g)].flatMap(([, name]) => name ?? []);

const dependenciesOf = (project: OutsideProject, name: string): readonly string[] => {
  const manifest = join(project.folder, 'node_modules', name, 'package.json');
  if (!existsSync(manifest)) return [];
  const { dependencies = {} }: { dependencies?: object } = JSON.parse(readFileSync(manifest, 'utf8'));
  return Object.keys(dependencies).filter((each) => each.startsWith('@crossvault/'));
};

/** Whether all packages of ours that a program uses, directly or not, permit this Node. */
export function permits(
  program: Program,
  packages: readonly PublicPackage[],
  dependencies: (name: string) => readonly string[],
  version: string,
): boolean {
  const used = new Set<string>();
  const waiting = [...importedBy(program)];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (used.has(name)) continue;
    used.add(name);
    waiting.push(...dependencies(name));
  }
  return packages.every(({ name, nodeRange }) => !used.has(name) || satisfies(version, nodeRange));
}

/** Answers the addresses that the documentation shows. */
const answers = pathToFileURL(join(import.meta.dirname, 'answer-addresses.ts')).href;

const longestRunMs = 60_000;
const atOnce = 2;
const mostLines = 15;

const firstLines = (text: string): string => text.trim().split('\n').slice(0, mostLines).join('\n');

/** Runs programs in the project, two at a time, and gives those that did not end with 0. */
async function runAll(project: OutsideProject, programs: readonly Program[], node: NodeProgram) {
  const failures: Failure[] = [];
  const waiting = [...programs];
  async function work(): Promise<void> {
    for (let program = waiting.shift(); program !== undefined; program = waiting.shift()) {
      const args = ['--disable-warning=ExperimentalWarning', '--import', answers, join(project.folder, program.path)];
      const { exitCode, output } = await runProgram(node.path, args, {
        cwd: join(project.folder, program.cwd),
        environment: { OUTSIDE_TOKEN: 'not-a-real-token', ...exampleSecrets },
        timeoutMs: longestRunMs,
      });
      const text = `ended with ${exitCode} on Node ${node.version}:\n${firstLines(output)}`;
      if (exitCode !== 0) failures.push({ program: program.id, text });
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work));
  return failures;
}

/** Runs every program on every Node that its packages permit. */
export async function runPrograms(
  project: OutsideProject,
  programs: readonly Program[],
  packages: readonly PublicPackage[],
  nodes: readonly NodeProgram[],
) {
  const failures: Failure[] = [];
  let runs = 0;
  for (const node of nodes) {
    const permitted = programs.filter((program) =>
      permits(program, packages, (name) => dependenciesOf(project, name), node.version),
    );
    runs += permitted.length;
    failures.push(...(await runAll(project, permitted, node)));
  }
  return { failures, runs };
}
