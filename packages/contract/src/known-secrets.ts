/** Shorter ones would be found in every other word. */
const shortest = 8;
/** Tokens come and go; the oldest are forgotten. */
const mostKnown = 1000;

/** Every form in which a secret of this process may show up, by its text. */
const known = new Map<string, readonly string[]>();
/** Finds any of them; null until it is needed again. */
let pattern: RegExp | null = null;

/**
 * From here on this text is taken out of whatever is printed, wherever it shows up: a vendor may echo what it was sent in
 * an error that looks like no secret at all. The one state that all of a process shares, since what is printed is, too.
 */
export function knowSecret(text: string): void {
  const secret = text.trim();
  if (secret.length < shortest || known.has(secret)) return;
  known.set(secret, formsOf(secret));
  const [oldest] = known.keys();
  if (known.size > mostKnown && oldest !== undefined) known.delete(oldest);
  pattern = null;
}

/** The text without the secrets of this process: as they are, in base64, as a part of an address, as a part of JSON. */
export function hideKnown(text: string, hidden: string): string {
  if (known.size === 0 || text.length < shortest) return text;
  pattern ??= new RegExp([...known.values()].flat().toSorted(longestFirst).map(quote).join('|'), 'g');
  return text.replaceAll(pattern, hidden);
}

const longestFirst = (a: string, b: string): number => b.length - a.length;
const quote = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

function formsOf(secret: string): readonly string[] {
  const bytes = new TextEncoder().encode(secret);
  const base64 = btoa(String.fromCharCode(...bytes)).replaceAll('=', '');
  const inUrl = encodeURIComponent(secret);
  return [
    ...new Set([
      secret,
      base64,
      base64.replaceAll('+', '-').replaceAll('/', '_'),
      inUrl,
      inUrl.replaceAll('%20', '+'),
      JSON.stringify(secret).slice(1, -1),
    ]),
  ];
}
