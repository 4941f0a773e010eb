import type { ActOutcome } from '@crossvault/engine';
import { toPlainLine } from './plain-text.ts';

type Planned = Omit<Extract<ActOutcome, { readonly kind: 'planned' }>, 'kind'>;

/** The request that a change would send, for users. */
export function renderPlanned({ needs, target, confirm, requests }: Planned): readonly string[] {
  return [
    `Nothing was sent. ${target.kind} ${toPlainLine(target.name ?? target.nativeId)}; the connection must allow: ${needs}.`,
    ...(confirm === null ? [] : [`It destroys data: add --confirm '${toPlainLine(confirm)}'.`]),
    ...requests.flatMap(({ method, url, headers, body }) => [
      '',
      toPlainLine(`${method} ${url}`),
      ...Object.entries(headers).map(([name, value]) => toPlainLine(`${name}: ${value}`)),
      ...(body === null ? [] : JSON.stringify(body, null, 2).split('\n')),
    ]),
  ];
}
