import { dirname } from 'node:path';
import { CrossvaultError, isJsonObject, type VendorDefinition } from '@crossvault/core';
import type { InsightSettings } from '@crossvault/engine';
import { z } from 'zod';
import type { VendorSources } from '../connections/load-vendor.ts';
import { vendors as knownVendors } from '../connections/vendors.ts';
import { type Environment, readEnvironment } from '../process/environment.ts';
import { valueAt } from './allowed-keys.ts';
import { findConfigurationFile, readConfigurationFile } from './configuration-file.ts';
import {
  type ConfigurationSource,
  type ConfiguredConnection,
  nameSchema,
  readConnections,
} from './configured-connection.ts';
import { insightSchema, maintenanceSchema, objectivesSchema, toInsightSettings } from './insight-settings.ts';
import { type Issue, toFault } from './issue.ts';
import { type ServerSettings, serverSchema } from './server-settings.ts';
import { type StoreSettings, storeSchema, toStoreSettings } from './store-settings.ts';
import { validate } from './validate.ts';
import { parseYaml } from './yaml-document.ts';

/** A configuration file, read and checked. It prints without secrets. */
export interface Configuration {
  /** Absolute path of the file. */
  readonly file: string;
  readonly server: ServerSettings;
  readonly store: StoreSettings;
  /** How expected runs are judged. */
  readonly insight: InsightSettings;
  /** In the order of the file; the faulty ones too. */
  readonly connections: readonly ConfiguredConnection[];
}

export interface ConfigurationOptions {
  /** The value of `--config`. @default CROSSVAULT_CONFIG, else ./crossvault.yaml */
  readonly configPath?: string | undefined;
  /** @default the variables of this process */
  readonly environment?: Environment;
  /** @default the folder of this process */
  readonly cwd?: string;
  /** @default the vendors that come with this package */
  readonly vendors?: readonly VendorDefinition[];
}

/** Names are checked first: faults are reported by the name of the connection. */
const fileSchema = z.strictObject({
  connections: z.array(z.looseObject({ name: nameSchema })).min(1, 'must hold at least one connection'),
  store: storeSchema,
  server: serverSchema,
  insight: insightSchema,
  objectives: objectivesSchema,
  maintenance: maintenanceSchema,
});

const toSearch = ({ configPath, environment, cwd }: ConfigurationOptions) => ({
  configPath,
  environment: environment ?? readEnvironment(),
  cwd: cwd ?? process.cwd(),
});

/** The absolute path of the file that would be read, whether it is there or not. */
export function findConfigurationPath(options: ConfigurationOptions): string {
  const { path } = findConfigurationFile(toSearch(options));
  return path;
}

/**
 * Reads the configuration. Faults of the whole file are thrown (`configuration-unreadable`,
 * `configuration-invalid`); a fault of one connection makes only that connection faulty.
 */
export async function loadConfiguration(options: ConfigurationOptions = {}): Promise<Configuration> {
  const search = toSearch(options);
  const { environment } = search;
  const file = await readConfigurationFile(search);
  const { root, lineOf } = parseYaml(file.text, file.shown);
  const parsed = validate(fileSchema, root, []);
  const issues = [...(parsed.issues ?? []), ...findTwins(root, lineOf)];
  const source = { shown: file.shown, lineOf, environment, folder: dirname(file.path) };
  const vendors = options.vendors ?? knownVendors;
  if (!parsed.ok || issues.length > 0) {
    throw await toWholeFault(issues, root, source, vendors);
  }
  const { connections, server, insight, objectives, maintenance } = parsed.value;
  const [store, configured] = await Promise.all([
    toStoreSettings(parsed.value.store, source),
    readConnections(
      connections.map((entry, index) => ({ entry, index })),
      source,
      vendors,
    ),
  ]);
  if (store.issues.length > 0) {
    throw await toWholeFault(store.issues, root, source, vendors);
  }
  return {
    file: file.path,
    server,
    store: store.settings,
    insight: toInsightSettings(insight, objectives, maintenance),
    connections: configured,
  };
}

/** One error for the faults of the whole file and of each connection, so that all are reported at once. */
async function toWholeFault(
  issues: readonly Issue[],
  root: unknown,
  source: ConfigurationSource,
  vendors: VendorSources['vendors'],
): Promise<CrossvaultError> {
  const whole = toFault(issues, source.shown, source.lineOf);
  const entries = valueAt(root, ['connections']);
  const named = (Array.isArray(entries) ? entries : []).flatMap((entry: unknown, index) => {
    if (!isJsonObject(entry)) return [];
    const name = typeof entry['name'] === 'string' ? entry['name'] : `connections[${index}]`;
    return [{ entry: { ...entry, name }, index }];
  });
  const read = await readConnections(named, source, vendors);
  const lines = [whole, ...read.flatMap(({ fault }) => fault ?? [])].flatMap(({ message }) => message.split('\n'));
  const lineIn = (text: string): number => Number(/^.*?:(\d+): /.exec(text)?.[1] ?? 0);
  return new CrossvaultError({
    code: whole.code,
    message: [...new Set(lines)].toSorted((one, other) => lineIn(one) - lineIn(other)).join('\n'),
    parameter: whole.parameter,
  });
}

/** Two connections of one name. */
function findTwins(root: unknown, lineOf: (path: readonly (string | number)[]) => number): readonly Issue[] {
  const entries = valueAt(root, ['connections']);
  if (!Array.isArray(entries)) return [];
  const firstLines = new Map<string, number>();
  return entries.flatMap((entry: unknown, index): readonly Issue[] => {
    const name = isJsonObject(entry) ? entry['name'] : undefined;
    if (typeof name !== 'string') return [];
    const path = ['connections', index, 'name'];
    const first = firstLines.get(name);
    if (first === undefined) {
      firstLines.set(name, lineOf(path));
      return [];
    }
    const message = `is ${name}, the name of the connection in line ${first} too; every connection needs a name of its own`;
    return [{ path, message, code: 'configuration-invalid' }];
  });
}
