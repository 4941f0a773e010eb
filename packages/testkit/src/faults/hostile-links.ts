/** Addresses that a vendor's link may name instead of its own, each with what is wrong with it. */
export function hostileLinks(own: string): readonly (readonly [form: string, link: string])[] {
  const { protocol, host, hostname, port, pathname, search } = new URL(own);
  const rest = `${pathname}${search}`;
  const otherPort = port === '8443' ? '9443' : '8443';
  return [
    ['another host', `https://evil.example${rest}`],
    ['another host without a scheme', `//evil.example${rest}`],
    ['another host behind backslashes', `\\\\evil.example${rest}`],
    ['another host behind both slashes', `/\\evil.example${rest}`],
    ['a host that only begins alike', `${protocol}//${hostname}.evil.example${rest}`],
    ['a host that only ends alike', `${protocol}//evil-${hostname}${rest}`],
    ['a host below our own', `${protocol}//evil.${hostname}${rest}`],
    [
      'a look-alike host',
      `${protocol}//${hostname.replace(/[aeo]/, (letter) => ({ a: 'а', e: 'е', o: 'о' })[letter] ?? '')}${rest}`,
    ],
    ['our host with a dot at its end', `${protocol}//${hostname}.${rest}`],
    ['our host as the user', `${protocol}//${host}@evil.example${rest}`],
    ['our host as user and password', `${protocol}//${hostname}:443@evil.example${rest}`],
    ['a user at our host', `${protocol}//user:word@${host}${rest}`],
    ['a user without a password at our host', `${protocol}//user@${host}${rest}`],
    ['another port', `${protocol}//${hostname}:${otherPort}${rest}`],
    ['another scheme', `${protocol === 'https:' ? 'http' : 'https'}://${host}${rest}`],
    ['the scheme ftp', `ftp://${host}${rest}`],
    ['the scheme file', `file:///etc/passwd?x=1`],
    ['the scheme javascript', `javascript:alert(1)?x=1`],
    ['this machine by its number', `http://127.0.0.1${rest}`],
    ['this machine by its name', `https://localhost${rest}`],
    ['this machine in the newer form', `https://[::1]${rest}`],
    ['the metadata service of a cloud', `http://169.254.169.254/metadata/identity/oauth2/token?resource=x`],
    ['another path of our host', `${protocol}//${host}/elsewhere/secrets${search}`],
    ['a path above our own', `${protocol}//${host}${pathname}/../../../../secrets${search}`],
    ['a coded path above our own', `${protocol}//${host}${pathname}/%2e%2e/%2e%2e/secrets${search}`],
    ['a path below our own', `${protocol}//${host}${pathname}/secrets/list${search}`],
    ['a coded slash', `${protocol}//${host}${pathname}%2f..%2fsecrets${search}`],
    ['no address at all', 'https://[?x=1'],
  ];
}
