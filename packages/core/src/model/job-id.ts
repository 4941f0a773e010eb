const scratch = Buffer.alloc(8192);
/** Of one character in UTF-8. */
const mostBytes = 3;
const [space, quote, closingBracket, backslash, tilde] = [32, 34, 93, 92, 126];

/** What stands before the last part of an id. Its bytes are in the scratch buffer once a second id begins with it. */
interface Beginning {
  readonly connection: string;
  /** The parts of the key but the last. */
  readonly parts: readonly string[];
  /** 0: not written. */
  readonly bytes: number;
}

let beginning: Beginning = { connection: '', parts: [], bytes: 0 };

/**
 * A JSON array of strings as base64url. The ids of many lists differ in the last part of their keys alone: what stands
 * before it is written once, and a last part of plain characters is added to it.
 */
export function encodeParts(connection: string, key: readonly string[]): string {
  const last = key.at(-1);
  if (last === undefined || !isBeginning(connection, key)) {
    beginning = { connection, parts: key.slice(0, -1), bytes: 0 };
    return encodeAll(connection, key);
  }
  if (!isPlain(last)) return encodeAll(connection, key);
  if (beginning.bytes === 0) beginning = writeBeginning(beginning);
  const { bytes } = beginning;
  if (bytes === 0 || bytes + last.length + 2 > scratch.length) return encodeAll(connection, key);
  const end = bytes + scratch.write(last, bytes, 'latin1');
  scratch[end] = quote;
  scratch[end + 1] = closingBracket;
  return scratch.toString('base64url', 0, end + 2);
}

const encodeAll = (connection: string, key: readonly string[]): string =>
  Buffer.from(JSON.stringify([connection, ...key]), 'utf8').toString('base64url');

/** Whether JSON writes a text as it is, one byte a character. */
function isPlain(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < space || code > tilde || code === quote || code === backslash) return false;
  }
  return true;
}

function isBeginning(connection: string, key: readonly string[]): boolean {
  const { parts } = beginning;
  if (connection !== beginning.connection || parts.length !== key.length - 1) return false;
  for (let index = 0; index < parts.length; index += 1) if (parts[index] !== key[index]) return false;
  return true;
}

/** Left unwritten where it may be too long. */
function writeBeginning({ connection, parts }: Beginning): Beginning {
  const json = `${JSON.stringify([connection, ...parts]).slice(0, -1)},"`;
  const isShort = json.length * mostBytes <= scratch.length;
  return { connection, parts, bytes: isShort ? scratch.write(json, 0, 'utf8') : 0 };
}
