import { join } from 'node:path';
import type { PublicPackage } from '../public-packages.ts';
import { runProgram } from '../run-program.ts';
import type { NodeProgram } from './node-versions.ts';
import type { OutsideProject } from './outside-project.ts';

/** The sentence with which a package refuses a Node that is too old. */
const refusal = /@crossvault\/[\w-]+ requires Node \d+(?:\.\d+)* or newer; this is Node \d+\.\d+\.\d+\./;

/** Whether a Node that is too old for a package imports it all the same, or is refused with anything but one clear sentence. */
export async function checkOldNode(project: OutsideProject, packages: readonly PublicPackage[], node: NodeProgram) {
  const breaches: string[] = [];
  for (const { specifier } of packages.flatMap(({ entryPoints }) => entryPoints)) {
    const program = `import(${JSON.stringify(specifier)}).then(() => console.log('imported'), (error) => console.log(String(error)))`;
    const { output } = await runProgram(node.path, ['--input-type=module', '--eval', program], { cwd: project.folder });
    if (output.includes('imported') || refusal.test(output)) continue;
    breaches.push(`${specifier} on Node ${node.version} ends with ${output.trim().split('\n')[0]}`);
  }
  return [...breaches, ...(await checkCommand(project, node))];
}

/** The command ends with the sentence alone. */
async function checkCommand(project: OutsideProject, node: NodeProgram): Promise<readonly string[]> {
  const command = join(project.folder, 'node_modules/@crossvault/cli/dist/main.js');
  const { exitCode, output } = await runProgram(node.path, [command, '--help'], { cwd: project.folder });
  const lines = output.trim().split('\n');
  return exitCode !== 0 && lines.length === 1 && refusal.test(output)
    ? []
    : [`The command on Node ${node.version} ends with ${exitCode} and ${JSON.stringify(lines.slice(0, 3))}`];
}
