/** A text in which escapes were replaced by what they stand for. */
export interface DecodedText {
  readonly text: string;
  /** Where a character of it, or its end, stood in the text that was decoded. */
  offsetOf(at: number): number;
}

const entities: Readonly<Record<string, string>> = {
  quot: '"',
  apos: "'",
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: '\u00a0',
};
const shortEscapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
const [percent, backslash] = [37, 92];
const longestEntity = 10;

/**
 * Takes back one layer of what writers do to a text: `%2F` of addresses and forms, `\"` and `\u0041` of JSON, `&quot;` and
 * `&#39;` of HTML. Null where there is nothing to take back. Looks at every character a bounded number of times.
 */
export function decodeLayer(text: string): DecodedText | null {
  const escapes = /[%\\&]/g;
  const parts: string[] = [];
  const decoded: DecodedEscape[] = [];
  let [copied, length] = [0, 0];
  for (let mark = escapes.exec(text); mark !== null; mark = escapes.exec(text)) {
    const found = decodeAt(text, mark.index);
    if (found === null) continue;
    const [character, taken] = found;
    parts.push(text.slice(copied, mark.index), character);
    const start = length + mark.index - copied;
    length = start + character.length;
    copied = mark.index + taken;
    decoded.push({ start, end: length, from: mark.index, to: copied });
    escapes.lastIndex = copied;
  }
  if (decoded.length === 0) return null;
  parts.push(text.slice(copied));
  return { text: parts.join(''), offsetOf: (at) => offsetIn(decoded, at) };
}

/** Where a decoded escape stands, and where it stood. */
interface DecodedEscape {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

function offsetIn(decoded: readonly DecodedEscape[], at: number): number {
  const before = decoded[lastUpTo(decoded, at)];
  if (before === undefined) return at;
  return at < before.end ? before.from : before.to + at - before.end;
}

/** The index of the last escape that begins up to there; -1 where none does. */
function lastUpTo(decoded: readonly DecodedEscape[], at: number): number {
  let [low, high] = [0, decoded.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((decoded[middle]?.start ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** What the escape at an offset stands for, and how many characters it is written with; null where none is there. */
function decodeAt(text: string, at: number): readonly [string, number] | null {
  const code = text.charCodeAt(at);
  if (code === percent) return decodePercent(text, at);
  return code === backslash ? decodeBackslash(text, at) : decodeEntity(text, at);
}

/** One character of UTF-8; a byte that begins none is taken for Latin-1. */
function decodePercent(text: string, at: number): readonly [string, number] | null {
  const first = byteAt(text, at);
  if (first === null) return null;
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 1;
  if (first < 0x80) return [String.fromCharCode(first), 3];
  const bytes = Array.from({ length }, (_, index) => byteAt(text, at + index * 3) ?? 0);
  const decoded = Buffer.from(bytes).toString('utf8');
  return length === 1 || decoded.includes('\ufffd') ? [String.fromCharCode(first), 3] : [decoded, length * 3];
}

function byteAt(text: string, at: number): number | null {
  const hex = text.charCodeAt(at) === percent ? text.slice(at + 1, at + 3) : '';
  return /^[0-9a-f]{2}$/i.test(hex) ? Number.parseInt(hex, 16) : null;
}

function decodeBackslash(text: string, at: number): readonly [string, number] | null {
  const next = text.charAt(at + 1);
  if (next === 'u') {
    const hex = text.slice(at + 2, at + 6);
    return /^[0-9a-f]{4}$/i.test(hex) ? [String.fromCharCode(Number.parseInt(hex, 16)), 6] : null;
  }
  if (next === '"' || next === '\\' || next === '/' || next === "'") return [next, 2];
  const short = shortEscapes[next];
  return short === undefined ? null : [short, 2];
}

function decodeEntity(text: string, at: number): readonly [string, number] | null {
  const near = text.slice(at + 1, at + 1 + longestEntity);
  const end = near.indexOf(';');
  if (end < 2) return null;
  const name = near.slice(0, end);
  const number = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(name);
  const code =
    number === null ? null : Number.parseInt(number[1] ?? number[2] ?? '', number[1] === undefined ? 10 : 16);
  const decoded =
    code === null ? entities[name.toLowerCase()] : code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
  return decoded === undefined ? null : [decoded, end + 2];
}
