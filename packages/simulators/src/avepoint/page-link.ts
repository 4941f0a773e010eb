import type { AvepointOptions } from './options.ts';

/** What the address of a list's next page is made from. */
type PageLink = {
  readonly form: NonNullable<AvepointOptions['nextLink']>;
  /** Of the data center; absolute links name it, whichever way the request came. */
  readonly address: string;
  readonly path: string;
  readonly parameters: URLSearchParams;
  readonly pageIndex: number;
};

/** The same question for the next page, in one of the forms that the vendor may have; undefined: no link at all. */
export const renderPageLink = ({ form, address, path, parameters, pageIndex }: PageLink): string | undefined => {
  if (form === 'absent') return undefined;
  if (form === 'token') return Buffer.from(JSON.stringify({ page: pageIndex })).toString('base64url');
  const others = [...parameters].filter(([name]) => name.toLowerCase() !== 'pageindex');
  const link = `${path}?${new URLSearchParams([...others, ['pageIndex', String(pageIndex)]])}`;
  return form === 'relative' ? link : `${address}${link}`;
};
