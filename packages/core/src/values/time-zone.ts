import { windowsZones } from './windows-zones.ts';

/** Longer than any name of a zone. */
const longestName = 64;
/** So many words are remembered; a vendor has a few. */
const mostKnown = 500;

const known = new Map<string, string | null>();
const byFoldedName = new Map([...windowsZones].map(([name, zone]) => [name.toLowerCase(), zone]));

/**
 * The IANA zone that a vendor's word means: an IANA name, or a name that Windows has for a zone. Null for any other word.
 * Whether a name is an IANA name is decided by the platform.
 */
export function toTimeZone(word: string): string | null {
  const name = word.trim();
  if (name === '' || name.length > longestName) return null;
  const before = known.get(name);
  if (before !== undefined) return before;
  if (known.size >= mostKnown) known.clear();
  const zone = name === 'UTC' ? name : (byFoldedName.get(name.toLowerCase()) ?? (isZone(name) ? name : null));
  known.set(name, zone);
  return zone;
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
