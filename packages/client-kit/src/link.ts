import { CrossvaultError } from '@crossvault/contract';

/**
 * The address of a link that a vendor gave, relative or absolute. Our token goes only to the scheme and host that the
 * connection is configured with.
 */
export function checkLink(link: string, baseUrl: string, connection: string): URL {
  const own = new URL(baseUrl);
  const url = URL.canParse(link, `${baseUrl}/`) ? new URL(link, `${baseUrl}/`) : null;
  if (url !== null && url.origin === own.origin && url.username === '' && url.password === '') return url;
  throw new CrossvaultError({
    code: 'link-refused',
    message: `The source pointed to ${url === null ? 'an address that cannot be read' : url.origin}; only ${own.origin} is followed, so that the token goes nowhere else.`,
    source: connection,
  });
}
