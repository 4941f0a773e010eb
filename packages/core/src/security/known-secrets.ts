import { decodeLayer } from '../values/decoded-text.ts';
import { decodedLayers, formsOfSecret, type SecretForm } from './secret-forms.ts';
import { addRange, SecretIndex, type TextRange } from './secret-index.ts';

/** Secrets of these are looked for everywhere. */
const everywhere = '';
/** Stands for the secrets of all connections: what logs are searched for. */
export const everySource = Symbol('every source');
/** The connection that a text came from, or all of them. Absent: none, and only what was configured is looked for. */
export type SecretsOf = string | typeof everySource | undefined;

/** A released Secret is still redacted until this many others were created. */
const keptSecrets = 256;

/** The one state that all of a process shares, since what is printed is shared too. */
const index = new SecretIndex();
const lately: (() => void)[] = [];
const dropped = new FinalizationRegistry<() => void>((drop) => drop());

/**
 * Takes the text out of everything that is printed for as long as its holder exists, and a while longer: a vendor may echo what
 * it was sent in an error that looks like no secret at all. What it gives ends that at once.
 */
export function knowWhile(holder: object, text: string): () => void {
  const forms = formsOfSecret(text);
  const [drop, dropLater] = [learn(forms, everywhere), index.add(forms, everywhere)];
  dropped.register(holder, drop);
  lately.push(dropLater);
  if (lately.length > keptSecrets) lately.shift()?.();
  return () => {
    drop();
    dropLater();
  };
}

/**
 * Takes a token out of what comes from this connection, and out of logs, until what it gives is called. No vendor can have a
 * word hidden elsewhere by handing it out as a token.
 */
export function holdToken(text: string, connection: string): () => void {
  return learn(formsOfSecret(text), connection);
}

/** How many secrets became known so far, by scope. */
const learned = new Map<string, number>();
let allLearned = 0;

function learn(forms: readonly SecretForm[], scope: string): () => void {
  learned.set(scope, (learned.get(scope) ?? 0) + 1);
  allLearned += 1;
  return index.add(forms, scope);
}

/** Rises whenever another secret becomes known that is looked for in what comes from this connection. */
export const knownSecretsVersion = (connection: string): number =>
  (learned.get(everywhere) ?? 0) + (learned.get(connection) ?? 0);

/** Rises whenever another secret becomes known, of whatever connection. */
export const allSecretsVersion = (): number => allLearned;

/** Rises whenever another secret becomes known that is looked for in these texts. */
export const secretsVersion = (source: SecretsOf): number =>
  source === everySource ? allSecretsVersion() : knownSecretsVersion(source ?? everywhere);

/** Whether the text holds a secret of any connection. */
export const holdsAnyKnown = (text: string): boolean => holdsKnown(text, everySource);

/** How many forms are looked for, and how many characters were looked at: what knowing them costs. */
export const knownSecretsCost = (): { readonly forms: number; readonly steps: number } => ({
  forms: index.size,
  steps: index.steps,
});

/** Whether {@link hideKnown} would change the text. */
export const holdsKnown = (text: string, source?: SecretsOf): boolean => findKnown(text, source).length > 0;

/**
 * The text without secrets: as they are, in base64 alone or within more, in hexadecimal, as a part of an address, a form, JSON
 * or HTML, also one within another.
 */
export function hideKnown(text: string, hidden: string, source?: SecretsOf): string {
  const found = findKnown(text, source);
  return found.length === 0 ? text : replaceRanges(text, found, hidden);
}

function findKnown(text: string, source: SecretsOf): readonly TextRange[] {
  if (index.size === 0) return [];
  const admits = (scope: string) => scope === everywhere || source === everySource || scope === source;
  let found = index.find(text, admits);
  let offsetOf = (at: number): number => at;
  let layer = text;
  for (let depth = 0; depth < decodedLayers; depth += 1) {
    const decoded = decodeLayer(layer);
    if (decoded === null) break;
    const outer = offsetOf;
    offsetOf = (at) => outer(decoded.offsetOf(at));
    layer = decoded.text;
    found = joinRanges(found, moveRanges(index.find(layer, admits), offsetOf));
  }
  return found;
}

const moveRanges = (ranges: readonly TextRange[], offsetOf: (at: number) => number): readonly TextRange[] =>
  ranges.map(({ start, end }) => ({ start: offsetOf(start), end: offsetOf(end) }));

function joinRanges(one: readonly TextRange[], other: readonly TextRange[]): readonly TextRange[] {
  if (one.length === 0 || other.length === 0) return one.length === 0 ? other : one;
  const joined: { start: number; end: number }[] = [];
  for (const range of [...one, ...other].toSorted((a, b) => a.start - b.start)) addRange(joined, range);
  return joined;
}

export function replaceRanges(text: string, ranges: readonly TextRange[], hidden: string): string {
  let [safe, from] = ['', 0];
  for (const { start, end } of ranges) {
    safe += text.slice(from, start) + hidden;
    from = end;
  }
  return safe + text.slice(from);
}
