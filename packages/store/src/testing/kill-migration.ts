import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** Begins to bring a store up to date in a process of its own, and kills that process before it commits. */
export async function killMigration(address: string): Promise<void> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'migrate-slowly.ts'), address], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8');
  });
  child.stdout.on('data', (chunk: Buffer) => {
    if (chunk.toString('utf8').includes('halfway')) child.kill('SIGKILL');
  });
  const signal = await new Promise((resolve) => child.on('close', (_, by) => resolve(by)));
  if (signal !== 'SIGKILL') throw new Error(`The migration was not killed halfway: ${said}`);
}
