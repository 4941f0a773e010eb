/** What an address must not look like, and how it is mended. No message holds any part of the address. */
const faults: readonly (readonly [isWrong: (text: string) => boolean, message: string])[] = [
  [(text) => !/^postgres(?:ql)?:\/\//i.test(text), 'must begin with postgres:// or postgresql://'],
  [
    (text) => /[\s\p{Cc}]/u.test(text),
    'holds a space or an invisible character; in a user name or password write a space as %20',
  ],
  [(text) => text.includes('#'), 'holds the sign #; in a user name or password write it as %23'],
  [
    (text) => text.indexOf('@') !== text.lastIndexOf('@'),
    'holds the sign @ more than once; in a user name or password write it as %40',
  ],
  [
    (text) => /^\w+:\/\/[^/?]*[/?].*@/.test(text),
    'holds the sign / or ? in front of @; in a user name or password write / as %2F and ? as %3F',
  ],
  [
    (text) => !canDecode(text),
    'holds a percent sign that escapes no character; in a user name or password write a percent sign as %25',
  ],
  [(text) => parse(text) === null, 'must have the form postgres://user:password@host:port/database'],
];

/** Why this cannot be the address of a PostgreSQL, as a predicate without any part of it; null for one that can. */
export function faultOfAddress(address: string): string | null {
  const text = address.trim();
  return faults.find(([isWrong]) => isWrong(text))?.[1] ?? null;
}

/** Whether a password stands in it, in either of the two places where one can. */
export function holdsPassword(address: string): boolean {
  const url = parse(address.trim());
  return url !== null && (url.password !== '' || url.searchParams.has('password'));
}

/** The files that `pg` reads before it connects, by the parameter that names them. They are looked for from the folder of the process. */
export function filesOfAddress(address: string): Readonly<Partial<Record<AddressFile, string>>> {
  const parameters = parse(address.trim())?.searchParams;
  const named = addressFiles.flatMap((name) => {
    const file = parameters?.get(name) ?? '';
    return file === '' ? [] : [[name, file] as const];
  });
  return Object.fromEntries(named);
}

const addressFiles = ['sslrootcert', 'sslcert', 'sslkey'] as const;
/** The parameters of an address that name a file. */
export type AddressFile = (typeof addressFiles)[number];

/** Host, port and database: what may be shown of it. */
export function describeAddress(address: string): string {
  const url = parse(address.trim());
  if (url === null || faultOfAddress(address) !== null) return 'that the configuration names';
  const host = url.searchParams.get('host') ?? (url.hostname === standIn ? '' : url.hostname);
  return `postgres://${host}${url.port === '' ? '' : `:${url.port}`}${url.pathname}`;
}

/** Words of `sslmode` that `pg` takes for `verify-full`, and warns of on stderr. */
const verified: readonly string[] = ['prefer', 'require', 'verify-ca'];

export interface ClientAddress {
  /** For `pg`, which has nothing to warn of in it. */
  readonly connectionString: string;
  /** Settings of the session that the address itself asks for. */
  readonly options: string | null;
}

/** The address as `pg` takes it. `sslmode=require` means what it means to `pg`: an encrypted connection, and a certificate that is checked. */
export function toClientAddress(address: string): ClientAddress {
  const text = address.trim();
  const [base = '', query = ''] = text.split(/\?(.*)/s);
  const parameters = new URLSearchParams(query);
  const options = parameters.get('options');
  parameters.delete('options');
  if (verified.includes(parameters.get('sslmode') ?? '') && parameters.get('uselibpqcompat') !== 'true') {
    parameters.set('sslmode', 'verify-full');
  }
  const rest = parameters.toString().replaceAll('+', '%20');
  return { connectionString: rest === '' ? base : `${base}?${rest}`, options };
}

/** `pg` knows users of a socket in a folder: `postgres://user:password@/database?host=/run/postgresql`. */
const standIn = 'socket.invalid';

function parse(text: string): URL | null {
  return URL.parse(text) ?? URL.parse(text.replace('@/', `@${standIn}/`));
}

function canDecode(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
