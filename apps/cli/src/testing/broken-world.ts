import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Probe, probeSchema } from '@crossvault/core';
import {
  type SimulatedVendor,
  type SimulatorsOptions,
  startSimulators,
  type VendorId,
  writeConfiguration,
} from '@crossvault/simulators';
import { expect, onTestFinished } from 'vitest';
import { parse, stringify } from 'yaml';
import { type Run, runCrossvault } from './run-crossvault.ts';

/** What is wrong with one simulated vendor, or with what the configuration says of it. */
export interface Breakage {
  readonly certificate?: 'expired' | 'wrong-host' | 'self-signed';
  /** Keys of the connection laid over the right ones. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Keys taken out. */
  readonly without?: readonly string[];
  /** Text of its secrets instead of the right one. */
  readonly secret?: string;
  disturb?(vendor: SimulatedVendor): void;
}

/** One vendor over https, its configuration, and what `doctor` says of it. */
export interface Examined extends Run {
  readonly probe: Probe;
  /** Everything that was written, as people and as programs get it. */
  readonly written: string;
  /** Every secret that there was. */
  readonly secrets: readonly string[];
}

export async function examine(vendorId: VendorId, breakage: Breakage = {}): Promise<Examined> {
  const { certificate = 'valid', settings = {}, without = [], secret, disturb } = breakage;
  const tls: SimulatorsOptions['tls'] = { certificate };
  const simulators = await startSimulators({ vendors: [vendorId], jobs: 10, tls });
  onTestFinished(() => simulators.close());
  const vendor = simulators.vendor(vendorId);
  const folder = await mkdtemp(join(tmpdir(), 'crossvault-doctor-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const config = await writeConfiguration(folder, [vendor]);
  const { connections }: { connections: Record<string, unknown>[] } = parse(await readFile(config, 'utf8'));
  const [entry] = connections;
  const kept = Object.entries({ ...entry, ...settings }).filter(([key]) => !without.includes(key));
  await writeFile(config, stringify({ connections: [Object.fromEntries(kept)] }));
  if (secret !== undefined) {
    for (const file of JSON.stringify(entry).match(/\.\/secrets\/[\w.-]+/g) ?? [])
      await writeFile(join(folder, file), secret);
  }
  disturb?.(vendor);
  const asText = await runCrossvault(['doctor', '--config', config]);
  const run = await runCrossvault(['doctor', '--config', config, '-o', 'json']);
  expect(asText.exitCode).toBe(run.exitCode);
  const [probe] = probeSchema.array().parse(JSON.parse(run.out).data);
  if (probe === undefined) throw new Error('one connection');
  const written = [asText.out, asText.err, run.out, run.err].join('\n');
  const secrets = [...Object.values(vendor.connection.secrets), ...(secret === undefined ? [] : [secret])];
  return { ...run, probe, written, secrets };
}

/** A port without a listener. */
export async function findClosedPort(): Promise<number> {
  const server = createServer();
  const port = await new Promise<number>((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    }),
  );
  await new Promise((resolve) => server.close(resolve));
  return port;
}
