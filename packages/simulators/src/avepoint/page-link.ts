import type { AvepointOptions } from './options.ts';

/** Parts of the address of a list's next page. */
type PageLink = {
  readonly form: NonNullable<AvepointOptions['nextLink']>;
  /** Address of the data center, which absolute links contain for every request. */
  readonly address: string;
  readonly path: string;
  readonly parameters: URLSearchParams;
  readonly pageIndex: number;
};

/** The link to the next page, in one of the forms that the vendor may use; undefined: no link. */
export const renderPageLink = ({ form, address, path, parameters, pageIndex }: PageLink): string | undefined => {
  if (form === 'absent') return undefined;
  if (form === 'token') return Buffer.from(JSON.stringify({ page: pageIndex })).toString('base64url');
  const others = [...parameters].filter(([name]) => name.toLowerCase() !== 'pageindex');
  const link = `${path}?${new URLSearchParams([...others, ['pageIndex', String(pageIndex)]])}`;
  return form === 'relative' ? link : `${address}${link}`;
};
