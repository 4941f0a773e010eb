import { gzipSync } from 'node:zlib';
import type { Fault } from './fault.ts';

export type ChangedBody = { readonly body: Buffer; readonly headers?: Readonly<Record<string, string>> };

export const HTML_PAGE =
  '<!DOCTYPE html>\n<html><head><title>Maintenance</title></head><body><h1>We will be back soon</h1></body></html>\n';

/** The text is no longer valid JSON. */
const malform = (text: string): string => (text.includes('"') ? text.replace('"', '') : `${text},`);

/** Characters that the charset lacks are written as JSON's escapes, so that the meaning stays. */
const toLatin = (text: string): Buffer => {
  const toEscape = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return Buffer.from(text.replaceAll(/[\u0100-\uffff]/g, toEscape), 'latin1');
};

const encode = (text: string, charset: 'utf-16le' | 'iso-8859-1'): Buffer =>
  charset === 'utf-16le' ? Buffer.from(text, 'utf16le') : toLatin(text);

/** The bytes of an answer after a fault; null: the fault does not change bytes. */
export const changeBody = (fault: Fault, body: Buffer): ChangedBody | null => {
  switch (fault.kind) {
    case 'truncated-json':
      return { body: body.subarray(0, Math.floor(body.length / 2)) };
    case 'malformed-json':
      return { body: Buffer.from(malform(body.toString('utf8'))) };
    case 'wrong-content-type':
      return { body, headers: { 'Content-Type': fault.contentType } };
    case 'wrong-charset':
      return {
        body: encode(body.toString('utf8'), fault.charset),
        headers: { 'Content-Type': `application/json; charset=${fault.charset}` },
      };
    case 'gzip':
      return { body: gzipSync(body), headers: { 'Content-Encoding': 'gzip' } };
    default:
      return null;
  }
};
