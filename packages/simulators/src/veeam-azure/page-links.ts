import type { Manner } from './render.ts';

type Page = { readonly offset: number; readonly limit: number; readonly totalCount: number };
type Links = Readonly<Record<string, { readonly href: string }>>;

const withPage = (query: string, offset: number, limit: number): string => {
  const parameters = new URLSearchParams(query);
  parameters.set('Offset', String(offset));
  parameters.set('Limit', String(limit));
  return parameters.toString();
};

/** `first`, `prev` and `next` stand there only when there are other pages. The port is written out, whatever it is. */
export const renderPageLinks = (manner: Manner, query: string, { offset, limit, totalCount }: Page): Links => {
  const link = (start: number) => {
    const first = `offset=${start}&limit=${limit}&display=Full`;
    const parameters = manner.isFirst ? first : withPage(query, start, limit);
    return { href: `${manner.address}/api/${manner.version}/jobSessions?${parameters}` };
  };
  const hasNext = limit > 0 && offset + limit < totalCount;
  const hasPrevious = limit > 0 && offset > 0;
  return {
    self: link(offset),
    ...(hasNext || hasPrevious ? { first: link(0) } : {}),
    ...(hasPrevious ? { prev: link(Math.max(0, offset - limit)) } : {}),
    ...(hasNext ? { next: link(offset + limit) } : {}),
  };
};
