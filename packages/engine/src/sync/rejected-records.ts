import type { SetAside } from './list-state.ts';

/** So many are remembered of a list, the newest ones. */
const mostSetAside = 100;

const contentOf = ({ seenAt: _seenAt, ...content }: SetAside): string => JSON.stringify(content);

/** What is remembered together with what was seen; the same record is remembered once, as it was seen last. */
export function addSetAside(known: readonly SetAside[], seen: readonly SetAside[]): SetAside[] {
  if (seen.length === 0) return [...known];
  return [...new Map([...known, ...seen].map((each) => [contentOf(each), each])).values()].slice(-mostSetAside);
}
