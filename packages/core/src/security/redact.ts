import { isJsonObject } from '../wire/wire.ts';
import { everySource, hideKnown, type SecretsOf, secretsVersion } from './known-secrets.ts';
import { hidePatterns } from './secret-patterns.ts';

/**
 * Rises whenever redaction learns to find more: jobs that were stored under an earlier one are mapped and redacted again
 * (see `jobTextVersion`), and what is stored beside them is rewritten by the engine's upkeep.
 */
export const redactionVersion = 3;

const hidden = '[redacted]';

/** How much of one text is kept. The rest is cut off, with a mark that says so. */
const longestText = 32_768;
/** So much more is searched and then left out, so that the cut goes through no secret that is not found. */
const beyondCut = 2048;
/** A text with the mark is not cut again. */
const longestMark = 128;

/**
 * A text without the configured secrets, without those of the connection that it came from, and without those that can be known
 * by their form: authorization, cookies, tokens, passwords, signatures, keys of our API. Costs one walk through at most
 * `longestText` characters, whatever the text is.
 */
export function redact(text: string, source?: string): string {
  return redactOf(text, source);
}

function redactOf(text: string, source: SecretsOf): string {
  if (text.length <= longestText + longestMark) return hide(text, source);
  const safe = hide(text.slice(0, longestText + beyondCut), source);
  const kept = safe.slice(0, Math.min(longestText, Math.max(0, safe.length - beyondCut)));
  return `${kept.toWellFormed()}… [cut: the first ${longestText} of ${text.length} characters]`;
}

/** Texts up to this length are remembered once nothing was found in them: names of members, states and names, which repeat. */
const longestRemembered = 256;
/** Of each connection; then all of them are forgotten. */
const mostRemembered = 4096;

interface CleanTexts {
  /** {@link secretsVersion} when they were searched. */
  readonly version: number;
  readonly texts: Set<string>;
}

const cleanOf = new Map<SecretsOf, CleanTexts>();
/** Connections whose texts are remembered. */
const mostSources = 256;

/** Where a text holds no secret, it is searched again only after another secret became known. */
function hide(text: string, source: SecretsOf): string {
  if (text.length > longestRemembered) return search(text, source);
  const clean = cleanTexts(source);
  if (clean.has(text)) return text;
  const safe = search(text, source);
  if (safe !== text) return safe;
  if (clean.size >= mostRemembered) clean.clear();
  clean.add(text);
  return text;
}

function cleanTexts(source: SecretsOf): Set<string> {
  const version = secretsVersion(source);
  const known = cleanOf.get(source);
  if (known?.version === version) return known.texts;
  if (cleanOf.size >= mostSources) cleanOf.clear();
  const texts = new Set<string>();
  cleanOf.set(source, { version, texts });
  return texts;
}

const search = (text: string, source: SecretsOf): string => hidePatterns(hideKnown(text, hidden, source), hidden);

/** For logs: whatever connection a secret belongs to, it is taken out. */
export const redactForLog = (text: string): string => redactOf(text, everySource);

const secretName = /token|secret|passw|pwd|authorization|cookie|api-?_?key|signature|^sig$|credential/i;

/** Whether what stands under this name is a secret, whatever it looks like. Of a long name the beginning counts. */
export const isSecretName = (name: string): boolean => secretName.test(name.slice(0, 256));

/**
 * What a vendor answered, without secrets at any depth: every text and every name is redacted, a text under the name of a secret
 * hidden. Where nothing is found it is the value itself, and no copy: of thousands of answers hardly one holds a secret.
 */
export function redactAnswer(value: unknown, source?: string, name = ''): unknown {
  if (typeof value === 'string') return isSecretName(name) ? hidden : redact(value, source);
  if (Array.isArray(value)) return redactItems(value, source, name);
  return isJsonObject(value) ? redactMembers(value, source) : value;
}

function redactItems(items: readonly unknown[], source: string | undefined, name: string): readonly unknown[] {
  let redacted: unknown[] | null = null;
  for (const [index, item] of items.entries()) {
    const safe = redactAnswer(item, source, name);
    if (redacted === null && safe === item) continue;
    redacted ??= items.slice(0, index);
    redacted.push(safe);
  }
  return redacted ?? items;
}

function redactMembers(value: Readonly<Record<string, unknown>>, source: string | undefined): unknown {
  let redacted: [string, unknown][] | null = null;
  const names = Object.keys(value);
  for (const [index, name] of names.entries()) {
    const member = value[name];
    const [safeName, safe] = [redact(name, source), redactAnswer(member, source, name)];
    if (redacted === null && safe === member && safeName === name) continue;
    redacted ??= names.slice(0, index).map((each) => [each, value[each]]);
    redacted.push([safeName, safe]);
  }
  return redacted === null ? value : Object.fromEntries(redacted);
}
