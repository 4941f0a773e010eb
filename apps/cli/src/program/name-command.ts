import { join, relative } from 'node:path';

/** The built command in a checkout, seen from its root. */
const built = '/apps/cli/dist/main.js';

/** How the user calls the command whose file was started: by its name where it is installed, by a file in a checkout. */
export function nameCommand(file: string, cwd: string): string {
  if (file.endsWith('/main.ts')) return 'npx -y pnpm@10 crossvault';
  if (!file.endsWith(built)) return 'crossvault';
  const path = relative(cwd, join(file.slice(0, -built.length), 'crossvault'));
  return path.startsWith('.') ? path : `./${path}`;
}
