/** A text in which escapes were replaced by what they stand for, and where each of its characters stood. */
export interface DecodedText {
  readonly text: string;
  /** Of every character, and of the end, its offset in the text that was decoded. */
  readonly offsets: Uint32Array;
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
const [percent, backslash, ampersand] = [37, 92, 38];
const longestEntity = 10;

/**
 * Takes back one layer of what writers do to a text: `%2F` of addresses and forms, `\"` and `\u0041` of JSON, `&quot;` and
 * `&#39;` of HTML. Null where there is nothing to take back. Looks at every character a bounded number of times.
 */
export function decodeLayer(text: string): DecodedText | null {
  if (!/[%\\&]/.test(text)) return null;
  const offsets = new Uint32Array(text.length + 1);
  const parts: string[] = [];
  let [length, isChanged] = [0, false];
  for (let at = 0; at < text.length; ) {
    const [decoded, taken] = decodeAt(text, at);
    if (taken > 1) isChanged = true;
    for (let index = 0; index < decoded.length; index += 1) offsets[length + index] = at;
    length += decoded.length;
    parts.push(decoded);
    at += taken;
  }
  offsets[length] = text.length;
  return isChanged ? { text: parts.join(''), offsets } : null;
}

/** What stands at a offset, and how many characters it is written with. */
function decodeAt(text: string, at: number): readonly [string, number] {
  const code = text.charCodeAt(at);
  const found =
    code === percent
      ? decodePercent(text, at)
      : code === backslash
        ? decodeBackslash(text, at)
        : code === ampersand
          ? decodeEntity(text, at)
          : null;
  return found ?? [text.charAt(at), 1];
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
