import { chmod, lstat, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { AUTHORITY_FILE } from '../host-vendor.ts';
import type { SimulatedConnection, SimulatedVendor } from '../simulated-vendor.ts';

/** One secret: a file named after the connection; several: the secret's key behind it. */
const secretFile = (connection: SimulatedConnection, key: string): string =>
  Object.keys(connection.secrets).length === 1 ? connection.name : `${connection.name}-${key}`;

/** Always a new file: a link or a file that was prepared there is removed, never followed or filled. */
const writeWithMode = async (path: string, text: string, mode: number): Promise<void> => {
  await rm(path, { force: true });
  await writeFile(path, text, { mode, flag: 'wx' });
};

/** A folder of this name, private; a link to one is refused. */
const makePrivateFolder = async (path: string): Promise<void> => {
  await mkdir(path, { recursive: true, mode: 0o700 });
  if ((await lstat(path)).isSymbolicLink()) throw new Error(`${path} is a link; remove it`);
  await chmod(path, 0o700);
};

const writePrivately = (path: string, text: string): Promise<void> => writeWithMode(path, text, 0o600);

/** Writes crossvault.yaml and, beside it, the secrets and the authority that it refers to; gives the path of the former. */
export const writeConfiguration = async (
  folder: string,
  vendors: readonly Pick<SimulatedVendor, 'connection'>[],
): Promise<string> => {
  await makePrivateFolder(join(folder, 'secrets'));
  for (const { connection } of vendors) {
    for (const [key, secret] of Object.entries(connection.secrets)) {
      await writePrivately(join(folder, 'secrets', secretFile(connection, key)), secret);
    }
  }
  const authority = vendors.find(({ connection }) => connection.authority !== undefined)?.connection.authority;
  if (authority !== undefined) await writeWithMode(join(folder, AUTHORITY_FILE), authority.pem, 0o644);
  // A simulated vendor has no real data, so all actions are allowed.
  const connections = vendors.map(({ connection }) => ({
    ...connection.settings((key) => `\${file:./secrets/${secretFile(connection, key)}}`),
    allow: ['operate', 'destroy'],
  }));
  const path = join(folder, 'crossvault.yaml');
  const heading = '# Written by the simulators: every address and secret in here is simulated.\n';
  await writePrivately(
    path,
    heading + stringify({ connections }, { lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' }),
  );
  return path;
};
