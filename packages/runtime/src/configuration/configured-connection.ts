import {
  type Connector,
  type ConnectorContext,
  CrossvaultError,
  connectionFields,
  isJsonObject,
  Secret,
} from '@crossvault/core';
import { z } from 'zod';
import { readAuthority } from '../connections/authority.ts';
import { checkCredentialFile, resolveCredentialPath } from '../connections/credential-file.ts';
import {
  type ConfigurableVendor,
  type LoadedVendor,
  loadVendors,
  type VendorSources,
} from '../connections/load-vendor.ts';
import { reasonOf } from '../connections/reason-of.ts';
import { type Issue, type KeyPath, type LineOf, toFault, toIssueLines, toKeyText } from './issue.ts';
import { checkPlainHttp } from './plain-http.ts';
import { type ReferenceSources, type Resolved, resolveReferences } from './references.ts';
import { warnOfShortSecrets } from './short-secrets.ts';
import { type Validated, validate } from './validate.ts';

/** The keys that every connection has, with their defaults. */
const settingsSchema = z.object(connectionFields);
export type ConnectionSettings = z.infer<typeof settingsSchema>;

/** The name of a connection, by the schema of the core. */
export const nameSchema = connectionFields.name;

interface ConnectionEntry {
  readonly name: string;
  /** Id of the vendor; of an unknown vendor the value in the file. */
  readonly vendor: string;
  /** The product's name; of an unknown vendor the value in the file. */
  readonly title: string;
  /** The file or the package that names a vendor of the operator's own; null for a vendor of ours and an unknown one. */
  readonly vendorModule: string | null;
  /** Where it begins in the file. */
  readonly line: number;
  /** Its references, and whether each was found; never the secrets. Empty for an unknown vendor. */
  readonly secrets: readonly SecretReference[];
  /** Warnings: one line each, with file, line and key. */
  readonly warnings: readonly string[];
}

export interface SecretReference {
  /** `credential.password` */
  readonly key: string;
  /** As the file has it: `${NAME}`. */
  readonly reference: string;
  readonly resolved: boolean;
}

/** A connection that can be created. */
export interface SoundConnection extends ConnectionEntry {
  readonly fault: null;
  /** Creates the connector of these settings, and may load its code first. Sends no request. */
  readonly connect: (context: ConnectorContext) => Promise<Connector>;
  /** The settings, parsed by the vendor's schema. */
  readonly config: unknown;
  readonly settings: ConnectionSettings;
  /** The certificates of `tls.ca`, in PEM. */
  readonly authority: string | null;
}

/** A connection that cannot be created, with the reason: file, line, key and advice. */
export interface FaultyConnection extends ConnectionEntry {
  readonly fault: CrossvaultError;
}

export type ConfiguredConnection = SoundConnection | FaultyConnection;

/** The file around a connection. */
export interface ConfigurationSource extends ReferenceSources {
  readonly shown: string;
  readonly lineOf: LineOf;
}

interface NamedEntry {
  readonly name: string;
  readonly vendor?: unknown;
}

/** An entry of `connections`, and its place in the list. */
export interface NumberedEntry {
  readonly entry: NamedEntry;
  readonly index: number;
}

interface ResolvedEntry extends NumberedEntry {
  /** As it is written. */
  readonly vendor: unknown;
  /** The other keys. */
  readonly rest: Resolved;
}

/**
 * Checks the entries of `connections`. All faults of an entry come together, in one error of its own. Secrets are read
 * before any module is loaded, so that the reason why a module cannot be loaded is shown without them.
 */
export async function readConnections(
  entries: readonly NumberedEntry[],
  source: ConfigurationSource,
  vendors: VendorSources['vendors'],
): Promise<readonly ConfiguredConnection[]> {
  const resolved = await Promise.all(
    entries.map(async ({ entry, index }): Promise<ResolvedEntry> => {
      const { vendor, ...rest } = entry;
      return { entry, index, vendor, rest: await resolveReferences(rest, ['connections', index], source) };
    }),
  );
  const all = await loadVendors(resolved, { vendors, folder: source.folder });
  return Promise.all(all.map(({ entry, loaded }) => readConnection(entry, loaded, source)));
}

async function readConnection(
  { entry, index, rest }: ResolvedEntry,
  loaded: LoadedVendor,
  source: ConfigurationSource,
): Promise<ConfiguredConnection> {
  const path: KeyPath = ['connections', index];
  const { name } = entry;
  const written = typeof entry.vendor === 'string' ? entry.vendor : 'unknown';
  const { id: vendor, title } = loaded.ok ? loaded.definition : { id: written, title: written };
  const vendorModule = loaded.ok && loaded.definition.id !== written ? written : null;
  const where = { name, vendor, title, vendorModule, line: source.lineOf(path) };
  let secrets: readonly SecretReference[] = [];
  let warnings: readonly string[] = [];
  const toFaulty = (issues: readonly Issue[]): FaultyConnection => ({
    ...where,
    secrets,
    warnings,
    fault: toFault(issues, source.shown, source.lineOf, name),
  });

  if (!loaded.ok)
    return toFaulty([{ path: [...path, 'vendor'], message: loaded.message, code: 'configuration-invalid' }]);
  const { definition } = loaded;

  const { issues, warnings: open, found: references } = rest;
  // A vendor's schema knows its id, and not the module that it was loaded from.
  const value = resolveCredentialPath(isJsonObject(rest.value) ? { ...rest.value, vendor } : rest.value, source.folder);
  secrets = references.map(({ path: at, ...rest }) => ({ key: toKeyText(at.slice(path.length)), ...rest }));
  const config = validateByVendor(definition, written, value, path);
  const settings = validate(settingsSchema, value, path);
  const files = await checkCredentialFile(value, path);
  const addresses = isJsonObject(value) ? checkPlainHttp(value, path) : { issues: [], warnings: [] };
  const tls = settings.ok ? settings.value.tls : undefined;
  const authority = await readAuthority(tls?.ca, [...path, 'tls', 'ca'], source.folder);
  const proxy = settings.ok ? checkProxy(settings.value.proxy, [...path, 'proxy']) : [];
  const short = config.ok ? warnOfShortSecrets(config.value, path) : [];
  const isRead = ({ path: at }: Issue): boolean => !issues.some((issue) => isWithin(at, issue.path));
  const checked = [...short, ...files.warnings, ...addresses.warnings].filter(isRead);
  warnings = toIssueLines([...open, ...checked], source.shown, source.lineOf);
  const found = [...([config, settings].find((checked) => !checked.ok)?.issues ?? []), ...files.issues];
  const faults = [...issues, ...[...found, ...addresses.issues, ...authority.issues, ...proxy].filter(isRead)];
  if (!config.ok || !settings.ok || faults.length > 0) return toFaulty(faults);
  return {
    ...where,
    secrets,
    warnings,
    fault: null,
    async connect(context) {
      try {
        return checkConnector(await definition.connect(config.value, context));
      } catch (error) {
        if (vendorModule === null || CrossvaultError.isInstance(error)) throw error;
        const message = `is ${vendorModule}, whose connect failed: ${reasonOf(error)}`;
        throw toFault(
          [{ path: [...path, 'vendor'], message, code: 'configuration-invalid' }],
          source.shown,
          source.lineOf,
          name,
        );
      }
    },
    config: config.value,
    settings: settings.value,
    authority: authority.pem,
  };
}

/** No compiler checks a vendor's module. */
function checkConnector(value: unknown): Connector {
  if (isConnector(value)) return value;
  throw new TypeError('it returned no connector');
}

const isConnector = (value: unknown): value is Connector => typeof value === 'object' && value !== null;

/** The schema of a vendor of one's own may fail in any way. */
function validateByVendor(
  { configSchema }: ConfigurableVendor,
  written: string,
  value: unknown,
  path: KeyPath,
): Validated<unknown> {
  try {
    return validate(configSchema, value, path);
  } catch (error) {
    const message = `is ${written}, whose configSchema failed: ${reasonOf(error)}`;
    return { ok: false, issues: [{ path: [...path, 'vendor'], message, code: 'configuration-invalid' }] };
  }
}

/** A key with a faulty reference is not validated by its placeholder. */
const isWithin = (path: KeyPath, outer: KeyPath): boolean => outer.every((step, index) => path[index] === step);

/** A proxy with credentials is a reference, whose text the schema does not validate. */
function checkProxy(proxy: ConnectionSettings['proxy'], path: KeyPath): readonly Issue[] {
  if (!(proxy instanceof Secret)) return [];
  const url = URL.parse(proxy.reveal());
  if (url !== null && /^https?:$/.test(url.protocol)) return [];
  return [
    {
      path,
      message: 'refers to a text that is not an http or https address such as http://user:password@proxy:3128',
      code: 'configuration-invalid',
    },
  ];
}
