import { decodeLayer } from '../values/decoded-text.ts';

/** One way in which a secret may be written. */
export interface SecretForm {
  /** The text of it; of a long one its beginning. */
  readonly text: string;
  /** How long the whole of it is. */
  readonly length: number;
  /** Whether it may be the middle of a longer run of base64, such as `user:password`: then the whole run is taken out. */
  readonly spreads: boolean;
}

/** A shorter text would be found in every other word. */
export const shortestSecret = 8;
/** Of a longer secret only the beginning is written in other forms. Who finds the beginning has found the secret. */
const longestHead = 4096;
/** `%252F` in a JSON text within a JSON text: deeper layers are not decoded, neither in a text nor in a secret. */
export const decodedLayers = 3;
const pem = /-----BEGIN [A-Z0-9 ]{0,40}-----/;

/**
 * The texts that have to be looked for. A key in PEM is known by each of its lines, whatever stands between them.
 * Certificates are public, and none of them is a secret.
 */
export function formsOfSecret(text: string): readonly SecretForm[] {
  const secret = text.trim();
  if (!pem.test(secret)) return secret.length < shortestSecret ? [] : formsOfText(secret);
  return secret
    .split(/-----BEGIN /)
    .filter((block) => block !== '' && !/^(?:TRUSTED )?CERTIFICATE-----/.test(block))
    .flatMap((block) => (block.split('-----END ')[0] ?? '').split(/[\r\n]+/).slice(1))
    .map((line) => line.trim())
    .filter((line) => line.length >= 16)
    .flatMap(formsOfText);
}

function formsOfText(secret: string): readonly SecretForm[] {
  const head = secret.slice(0, longestHead);
  const encodings = [Buffer.from(head, 'utf8'), Buffer.from(head, 'utf16le')];
  const hex = encodings.map((bytes) => bytes.toString('hex'));
  const inUrl = encodeURIComponent(head.toWellFormed());
  const base64 = encodings.flatMap((bytes) => [0, 1, 2].map((offset) => base64Within(bytes, offset)));
  const plain = [head, head.replaceAll(' ', '+')];
  const written = [inUrl, JSON.stringify(head).slice(1, -1), ...hex, ...hex.map((text) => text.toUpperCase())];
  const exact = [...plain, ...plain.flatMap(decodedForms), ...written];
  const spreading = [...base64, ...base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'))];
  const lengthOf = (form: string) => Math.ceil((form.length * secret.length) / head.length);
  const toForm = (spreads: boolean) => (form: string) => ({ text: form, length: lengthOf(form), spreads });
  return [...[...new Set(exact)].map(toForm(false)), ...[...new Set(spreading)].map(toForm(true))];
}

/**
 * What is left of a secret with `%2f`, `\n` or `&lt;` in it where the search decodes the text around it: the escapes of the
 * writer and those of the secret are decoded in one step.
 */
function decodedForms(secret: string): readonly string[] {
  const forms: string[] = [];
  for (let decoded = decodeLayer(secret); decoded !== null; decoded = decodeLayer(decoded.text)) {
    if (decoded.text.length < shortestSecret || forms.length === decodedLayers) break;
    forms.push(decoded.text);
  }
  return forms;
}

/** What base64 makes of these bytes where so many others stand before them and any behind: only characters that are theirs alone. */
function base64Within(bytes: Uint8Array, offset: number): string {
  const whole = Buffer.concat([new Uint8Array(offset), bytes]).toString('base64');
  return whole.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6));
}
