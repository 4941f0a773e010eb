import { join } from 'node:path';
import { repositoryRoot } from '../public-packages.ts';
import { runProgram } from '../run-program.ts';
import { type OutsideProject, writeOutside } from './outside-project.ts';
import type { Program } from './programs.ts';

/** How strangers resolve modules. */
export const resolutions = ['nodenext', 'bundler'] as const;
export type Resolution = (typeof resolutions)[number];

export interface Diagnostic {
  /** From the project's folder, with slashes. */
  readonly path: string;
  /** `pages/a-1.ts(3,4): error TS2345: …`, with the lines that explain it. */
  readonly text: string;
}

const compilerOptions = (resolution: Resolution) => ({
  target: 'es2024',
  lib: ['es2024'],
  types: ['node'],
  module: resolution === 'nodenext' ? 'nodenext' : 'esnext',
  moduleResolution: resolution,
  strict: true,
  noEmit: true,
  skipLibCheck: false,
  allowImportingTsExtensions: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  // Each page is a program of its own, and may have no import.
  moduleDetection: 'force',
});

/** Takes the compiler's output apart. Lines that are indented explain the diagnostic above them. */
export function parseDiagnostics(output: string): readonly Diagnostic[] {
  const found: { path: string; text: string }[] = [];
  for (const line of output.split('\n')) {
    const [, path] = /^(.+?)\(\d+,\d+\): error TS/.exec(line) ?? [];
    const last = found.at(-1);
    if (path !== undefined) found.push({ path: path.replaceAll('\\', '/'), text: line });
    else if (/^error TS/.test(line)) found.push({ path: '', text: line });
    else if (last !== undefined && /^\s+\S/.test(line)) last.text += `\n${line}`;
  }
  return found;
}

/** The package in whose folder a diagnostic was found; null for our own programs. */
export function libraryOf(path: string): string | null {
  const inside = path.split('/node_modules/').at(-1) ?? '';
  if (!path.includes('node_modules/')) return null;
  const [, name] = /^(?:node_modules\/)?((?:@[^/]+\/)?[^/]+)/.exec(inside) ?? [];
  return name ?? null;
}

/** Type-checks all programs at once, strictly, with the declarations of every library. */
export async function typeCheck(project: OutsideProject, programs: readonly Program[], resolution: Resolution) {
  const file = `tsconfig.${resolution}.json`;
  const settings = { compilerOptions: compilerOptions(resolution), files: programs.map(({ path }) => path) };
  await writeOutside(project, file, JSON.stringify(settings, null, 2));
  const compiler = join(repositoryRoot, 'node_modules/typescript/bin/tsc');
  const args = [compiler, '-p', file, '--pretty', 'false'];
  const { exitCode, output } = await runProgram(process.execPath, args, { cwd: project.folder });
  const diagnostics = parseDiagnostics(output);
  if (exitCode !== 0 && diagnostics.length === 0) throw new Error(`The compiler ended with ${exitCode}:\n${output}`);
  return diagnostics;
}
