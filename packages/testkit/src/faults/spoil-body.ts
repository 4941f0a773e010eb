import type { Fault } from './fault.ts';
import { listIn, nextLinkIn, removeAt, rowsIn } from './json-rows.ts';

/** What a fault has to know of an answer to change what it says. */
export interface SpoiledAnswer {
  readonly url: string;
  /** Its JSON, which may be changed. */
  readonly body: unknown;
  readonly ids: ReadonlySet<string>;
  /** The page of this list that was served first, and the one before this; null where this is the first one. */
  readonly firstPage: string | null;
  readonly pageBefore: string | null;
}

/** The text of the answer with the fault in it; null where the fault finds nothing to do. */
export function spoilBody(fault: Fault, { url, body, ids, firstPage, pageBefore }: SpoiledAnswer): string | null {
  switch (fault.kind) {
    case 'duplicate-page':
      return pageBefore;
    case 'ignored-offset':
      return firstPage;
    case 'broken-order': {
      const list = listIn(body, ids);
      if (list === null || list.length < 2) return null;
      list.reverse();
      return JSON.stringify(body);
    }
    case 'endless-link':
      return withLink(body, ids, () => url);
    case 'foreign-link':
      return withLink(body, ids, (link) => {
        const { pathname, search } = new URL(link, url);
        return `https://evil.example${pathname}${search}`;
      });
    case 'forbidden-fields': {
      const rows = rowsIn(body, ids);
      const removed = rows.flatMap(({ row }) => fault.fields.filter((field) => removeAt(row, field)));
      return removed.length === 0 ? null : JSON.stringify(body);
    }
    default:
      return null;
  }
}

function withLink(body: unknown, ids: ReadonlySet<string>, change: (link: string) => string): string | null {
  const found = nextLinkIn(body, ids);
  if (found === null) return null;
  found.holder[found.key] = change(found.link);
  return JSON.stringify(body);
}
