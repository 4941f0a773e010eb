import { join } from 'node:path';
import { satisfies } from 'semver';
import type { PublicPackage } from '../public-packages.ts';
import { runProgram } from '../run-program.ts';
import type { NodeProgram } from './node-programs.ts';
import type { OutsideProject } from './outside-project.ts';

const commandPackage = '@crossvault/cli';

/** The sentence with which a package refuses a Node that is too old. */
const refusal = /@crossvault\/[\w-]+ requires Node \d[\d.+, or]*; this is Node \d+\.\d+\.\d+\./;

/** A Node that a package excludes imports it all the same, or is refused with one clear sentence; anything else is a breach. */
export async function checkOldNode(project: OutsideProject, packages: readonly PublicPackage[], node: NodeProgram) {
  const breaches: string[] = [];
  const excluding = packages.filter(({ nodeRange }) => !satisfies(node.version, nodeRange));
  for (const { specifier } of excluding.flatMap(({ entryPoints }) => entryPoints)) {
    const program = `import(${JSON.stringify(specifier)}).then(() => console.log('imported'), (error) => console.log(String(error)))`;
    const { output } = await runProgram(node.path, ['--input-type=module', '--eval', program], { cwd: project.folder });
    if (output.includes('imported') || refusal.test(output)) continue;
    breaches.push(`${specifier} on Node ${node.version} ends with ${output.trim().split('\n')[0]}`);
  }
  const excludesCommand = excluding.some(({ name }) => name === commandPackage);
  return excludesCommand ? [...breaches, ...(await checkCommand(project, node))] : breaches;
}

/** The command ends with the sentence alone. */
async function checkCommand(project: OutsideProject, node: NodeProgram): Promise<readonly string[]> {
  const command = join(project.folder, 'node_modules', commandPackage, 'dist/main.js');
  const { exitCode, output } = await runProgram(node.path, [command, '--help'], { cwd: project.folder });
  const lines = output.trim().split('\n');
  return exitCode !== 0 && lines.length === 1 && refusal.test(output)
    ? []
    : [`The command on Node ${node.version} ends with ${exitCode} and ${JSON.stringify(lines.slice(0, 3))}`];
}
