import { existsSync, statSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Connector, type ConnectorContext, isJsonObject, type VendorDefinition } from '@crossvault/core';
import { reasonOf } from './reason-of.ts';

type VendorSettings = Omit<VendorDefinition, 'connect'>;

/** A vendor whose connections can be validated. Connecting may load its code first. */
export interface ConfigurableVendor extends VendorSettings {
  connect(config: unknown, context: ConnectorContext): Connector | Promise<Connector>;
}

/** A vendor that comes with Crossvault, of which only what is needed is loaded. */
export interface KnownVendor {
  readonly id: string;
  /** Loads what validates a connection. */
  settings(): Promise<VendorSettings>;
  /** Loads the code that calls the vendor. */
  definition(): Promise<VendorDefinition>;
}

/** A vendor that a configuration names, or why it cannot be had, as a predicate of the key `vendor`. */
export type LoadedVendor =
  | { readonly ok: true; readonly definition: ConfigurableVendor }
  | { readonly ok: false; readonly message: string };

/** Where the vendors of a configuration come from. */
export interface VendorSources {
  /** Vendors that are named by their id. */
  readonly vendors: readonly (VendorDefinition | KnownVendor)[];
  /** Folder of the configuration: paths start here, and packages are looked up from here. */
  readonly folder: string;
}

const isFile = (name: string): boolean => /^(\.{1,2}\/|\/|file:)/.test(name);
/** Of npm's form, with a sub-path. What has another form is not looked up. */
const isPackage = (name: string): boolean => /^(@[a-z0-9~-][\w.~-]*\/)?[a-z0-9~-][\w.~-]*(\/[\w./-]+)?$/i.test(name);

/** How long a module may take to load. One that awaits what never comes would otherwise end every command without a word. */
const longestLoadMs = 10_000;

/** What names a vendor. */
interface Naming {
  readonly vendor?: unknown;
}

/** Loads the vendors that connections name, in their order. An id belongs to the first module that has it. */
export async function loadVendors<Entry extends Naming>(
  entries: readonly Entry[],
  sources: VendorSources,
): Promise<readonly { readonly entry: Entry; readonly loaded: LoadedVendor }[]> {
  const all = await Promise.all(
    entries.map(async (entry) => ({ entry, loaded: await loadVendor(entry.vendor, sources) })),
  );
  const owners = new Map<string, { readonly name: unknown; readonly definition: ConfigurableVendor }>();
  return all.map(({ entry, loaded }) => {
    if (!loaded.ok) return { entry, loaded };
    const { id } = loaded.definition;
    const owner = owners.get(id) ?? { name: entry.vendor, definition: loaded.definition };
    owners.set(id, owner);
    if (owner.definition === loaded.definition) return { entry, loaded };
    return { entry, loaded: refuse(`is ${entry.vendor}, whose id ${id} is that of ${owner.name} too: ${ownId}`) };
  });
}

/** Finds the vendor by its id, else loads the module or the package of that name, which the operator has installed. */
async function loadVendor(name: unknown, { vendors, folder }: VendorSources): Promise<LoadedVendor> {
  const known = vendors.find(({ id }) => id === name);
  if (known !== undefined) return { ok: true, definition: 'connect' in known ? known : await openKnown(known) };
  const ids = `known: ${vendors.map(({ id }) => id).join(', ')}`;
  if (name === undefined) return refuse(`is missing; ${ids}`);
  if (typeof name !== 'string') return refuse(`is not a text; ${ids}`);
  if (!isFile(name) && !isPackage(name)) return refuse(`is ${name}, which is not a known vendor; ${ids}`);
  const found = await findModule(name, folder);
  if (found.url !== null) return loadModule(name, found.url, vendors);
  if (found.reason !== null) return refuse(`is ${name}, ${found.reason}`);
  return refuse(
    isFile(name)
      ? `is ${name}, and there is no such file, seen from ${folder}`
      : `is ${name}, which is neither a known vendor nor a package that is installed beside the configuration; ${ids}`,
  );
}

/** One object for each vendor, however many connections name it. */
const openedVendors = new WeakMap<KnownVendor, Promise<ConfigurableVendor>>();

function openKnown(vendor: KnownVendor): Promise<ConfigurableVendor> {
  const opened =
    openedVendors.get(vendor) ??
    vendor.settings().then((settings) => ({
      ...settings,
      connect: async (config, context) => (await vendor.definition()).connect(config, context),
    }));
  openedVendors.set(vendor, opened);
  return opened;
}

const refuse = (message: string): LoadedVendor => ({ ok: false, message });
const ownId = 'every vendor needs an id of its own';

const hasCode = (thrown: unknown, code: string): boolean =>
  thrown instanceof Error && 'code' in thrown && thrown.code === code;

type FoundModule =
  | { readonly url: string; readonly reason: null }
  /** Without a reason: there is none. */
  | { readonly url: null; readonly reason: string | null };

async function findModule(name: string, folder: string): Promise<FoundModule> {
  const { resolve } = await import('import-meta-resolve');
  const none = (reason: string | null): FoundModule => ({ url: null, reason });
  try {
    const url = resolve(name, pathToFileURL(`${folder}/`).href);
    if (!url.startsWith('file:')) return none(null);
    const file = fileURLToPath(url);
    if (!existsSync(file))
      return none(isFile(name) ? null : `a package whose file ${file} is missing: install it again`);
    if (statSync(file).isDirectory()) return none('which is a folder: it has to be the file of a module');
    return { url, reason: null };
  } catch (error) {
    if (hasCode(error, 'ERR_MODULE_NOT_FOUND')) return none(null);
    const isHidden = hasCode(error, 'ERR_PACKAGE_PATH_NOT_EXPORTED');
    return none(`which ${isHidden ? 'has no export for import' : 'cannot be looked up'}: ${reasonOf(error)}`);
  }
}

async function loadModule(name: string, url: string, vendors: VendorSources['vendors']): Promise<LoadedVendor> {
  let found: readonly VendorDefinition[];
  try {
    const exported = await importInTime(url);
    if (exported === null) {
      const seconds = longestLoadMs / 1000;
      return refuse(
        `is ${name}, which did not load within ${seconds} seconds: its top level must not wait for anything that may not come`,
      );
    }
    found = findDefinitions(exported.module);
  } catch (error) {
    const isAbsent = hasCode(error, 'ERR_MODULE_NOT_FOUND');
    return refuse(
      `is ${name}, which could not be loaded${isAbsent ? ' with what it imports' : ''}: ${reasonOf(error)}`,
    );
  }
  const [definition, ...others] = found;
  if (definition === undefined) {
    return refuse(
      `is ${name}, which exports no vendor: it has to export an object with id, title, configSchema and connect, as the default`,
    );
  }
  if (others.length > 0) {
    const names = found.map(({ id }) => id).join(', ');
    return refuse(`is ${name}, which exports several vendors (${names}): it has to export one of them as the default`);
  }
  if (vendors.some(({ id }) => id === definition.id)) {
    return refuse(`is ${name}, whose id ${definition.id} is that of another vendor: ${ownId}`);
  }
  return { ok: true, definition };
}

/** Null after the time. The timer keeps a process alive in which nothing else happens meanwhile. */
async function importInTime(url: string): Promise<{ readonly module: unknown } | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((end) => {
    timer = setTimeout(() => end(null), longestLoadMs);
  });
  try {
    const loading = import(/* @vite-ignore */ url).then((module: unknown) => ({ module }));
    return await Promise.race([loading, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The default export where it is a vendor, else every export that is one. */
function findDefinitions(exported: unknown): readonly VendorDefinition[] {
  if (typeof exported !== 'object' || exported === null) return [];
  const named: Readonly<Record<string, unknown>> = { ...exported };
  if (isDefinition(named['default'])) return [named['default']];
  return [...new Set(Object.values(named).filter(isDefinition))];
}

function isDefinition(value: unknown): value is VendorDefinition {
  if (!isJsonObject(value)) return false;
  const { id, title, configSchema, connect } = value;
  const isSchema = typeof configSchema === 'object' && configSchema !== null && 'safeParse' in configSchema;
  return (
    typeof id === 'string' &&
    /^[a-z][a-z0-9-]*$/.test(id) &&
    typeof title === 'string' &&
    isSchema &&
    typeof connect === 'function'
  );
}
