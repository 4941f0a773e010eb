import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isJsonObject, type VendorDefinition } from '@crossvault/core';
import { redactForLog } from '@crossvault/core/internal';
import { resolve } from 'import-meta-resolve';

/** A vendor that a configuration names, or why it cannot be had, as a predicate of the key `vendor`. */
export type LoadedVendor =
  | { readonly ok: true; readonly definition: VendorDefinition }
  | { readonly ok: false; readonly message: string };

/** Where the vendors of a configuration come from. */
export interface VendorSources {
  /** Vendors that are named by their id. */
  readonly vendors: readonly VendorDefinition[];
  /** Folder of the configuration: paths start here, and packages are looked up from here. */
  readonly folder: string;
}

const isFile = (name: string): boolean => /^(\.{1,2}\/|\/|file:)/.test(name);
/** Of npm's form, with a sub-path. What has another form is not looked up. */
const isPackage = (name: string): boolean => /^(@[a-z0-9~-][\w.~-]*\/)?[a-z0-9~-][\w.~-]*(\/[\w./-]+)?$/i.test(name);

/** Finds the vendor by its id, else loads the module or the package of that name, which the operator has installed. */
export async function loadVendor(name: unknown, { vendors, folder }: VendorSources): Promise<LoadedVendor> {
  const known = vendors.find(({ id }) => id === name);
  if (known !== undefined) return { ok: true, definition: known };
  const ids = `known: ${vendors.map(({ id }) => id).join(', ')}`;
  if (name === undefined) return refuse(`is missing; ${ids}`);
  if (typeof name !== 'string') return refuse(`is not a text; ${ids}`);
  if (!isFile(name) && !isPackage(name)) return refuse(`is ${name}, which is not a known vendor; ${ids}`);
  const url = resolveFrom(name, folder);
  if (url === null) {
    return refuse(
      isFile(name)
        ? `is ${name}, and there is no such file, seen from ${folder}`
        : `is ${name}, which is neither a known vendor nor a package that is installed beside the configuration; ${ids}`,
    );
  }
  return loadModule(name, url, vendors);
}

const refuse = (message: string): LoadedVendor => ({ ok: false, message });

function resolveFrom(name: string, folder: string): string | null {
  try {
    const url = resolve(name, pathToFileURL(`${folder}/`).href);
    return url.startsWith('file:') && existsSync(fileURLToPath(url)) ? url : null;
  } catch {
    return null;
  }
}

async function loadModule(name: string, url: string, vendors: readonly VendorDefinition[]): Promise<LoadedVendor> {
  let exported: unknown;
  try {
    exported = await import(/* @vite-ignore */ url);
  } catch (error) {
    const isAbsent = error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
    const reason = String(redactForLog(error instanceof Error ? error.message : String(error)));
    return refuse(`is ${name}, which could not be loaded${isAbsent ? ' with what it imports' : ''}: ${reason}`);
  }
  const found = findDefinitions(exported);
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
    return refuse(`is ${name}, whose id ${definition.id} is that of another vendor`);
  }
  return { ok: true, definition };
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
