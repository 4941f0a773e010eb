import { CrossvaultError } from '@crossvault/core';

/** Parameters as they were written: every name with its values, both in the order of the request. */
export type WrittenParameters = ReadonlyMap<string, readonly string[]>;

/** Reads the query of a request target such as `/v1/jobs?status=failed`. Throws for malformed percent-encoding. */
export function parseQuery(target: string): WrittenParameters {
  const start = target.indexOf('?');
  const written = new Map<string, string[]>();
  if (start === -1) return written;
  for (const pair of target.slice(start + 1).split('&')) {
    if (pair === '') continue;
    const [name = '', ...value] = pair.split('=');
    const decoded = decode(name, name);
    const values = written.get(decoded);
    const text = decode(value.join('='), name);
    if (values === undefined) written.set(decoded, [text]);
    else values.push(text);
  }
  return written;
}

function decode(text: string, parameter: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw new CrossvaultError({
      code: 'invalid-parameter',
      message: `${clip(parameter)}: "${clip(text)}" is not percent-encoded UTF-8. Write a percent sign itself as %25.`,
      parameter: clip(parameter),
    });
  }
}

/** A caller's text, short enough to be repeated in an answer. */
export const clip = (text: string): string => (text.length > 80 ? `${text.slice(0, 80)}…` : text);
