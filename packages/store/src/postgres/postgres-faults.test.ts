import { startPostgres } from '@crossvault/harness';
import pg from 'pg';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { faultOfServer, openPostgresStore } from './open-postgres-store.ts';
import { toPostgresFault, wasAway } from './postgres-faults.ts';

const location = 'postgres://db.example/crossvault';

/** An error as `pg` or Node throws it. */
const failure = (message: string, code?: string): Error =>
  Object.assign(new Error(message), code === undefined ? {} : { code });

describe('what a server or the way to it says is an error of the store with what to do', () => {
  test.each([
    ['28P01', 'password authentication failed for user "app"', 'store-refused', 'user and password'],
    ['28000', 'no pg_hba.conf entry for host "10.0.0.9"', 'store-refused', 'pg_hba.conf'],
    ['28000', 'role "app" does not exist', 'store-refused', 'user and password'],
    ['3D000', 'database "crossvault" does not exist', 'store-refused', 'Create the database'],
    ['53300', 'sorry, too many clients already', 'store-unavailable', 'max_connections'],
    ['53200', 'out of memory', 'store-unavailable', 'memory'],
    ['53100', 'could not extend file: No space left on device', 'store-full', 'Make room'],
    ['25006', 'cannot execute INSERT in a read-only transaction', 'store-read-only', 'standby'],
    ['42501', 'permission denied for schema crossvault', 'store-read-only', 'right to create a schema'],
    ['57P01', 'terminating connection due to administrator command', 'store-unavailable', 'See that it runs'],
    ['57P03', 'the database system is starting up', 'store-unavailable', 'See that it runs'],
    ['57014', 'canceling statement due to statement timeout', 'store-unavailable', 'store.timeoutSeconds'],
    ['55P03', 'canceling statement due to lock timeout', 'store-unavailable', 'Another session holds a lock'],
    ['25P03', 'terminating connection due to idle-in-transaction timeout', 'store-unavailable', 'try again'],
    ['58030', 'could not read block', 'store-unavailable', 'See that it runs'],
    ['22P05', 'character has no equivalent in encoding "LATIN1"', 'store-unsupported', 'UTF8'],
    ['42P01', 'relation "jobs" does not exist', 'store-corrupt', 'restore a backup'],
    ['XX001', 'invalid page in block 7', 'store-corrupt', 'restore a backup'],
    ['ENOTFOUND', 'getaddrinfo ENOTFOUND db.example', 'store-unavailable', 'address of the configuration'],
    ['EAI_AGAIN', 'getaddrinfo EAI_AGAIN db.example', 'store-unavailable', 'address of the configuration'],
    ['ECONNREFUSED', 'connect ECONNREFUSED 10.0.0.9:5432', 'store-unavailable', 'firewall'],
    ['ECONNRESET', 'read ECONNRESET', 'store-unavailable', 'firewall'],
    ['EHOSTUNREACH', 'connect EHOSTUNREACH', 'store-unavailable', 'firewall'],
    ['ENOENT', "ENOENT: no such file or directory, open '/ca.pem'", 'store-refused', 'sslrootcert'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'self-signed certificate in certificate chain', 'store-refused', 'sslrootcert'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'unable to verify the first certificate', 'store-refused', 'sslrootcert'],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'unable to get local issuer', 'store-refused', 'sslrootcert'],
    ['CERT_HAS_EXPIRED', 'certificate has expired', 'store-refused', 'sslrootcert'],
    [
      'ERR_TLS_CERT_ALTNAME_INVALID',
      "Hostname/IP does not match certificate's altnames",
      'store-refused',
      'host as the certificate',
    ],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'wrong version number', 'store-unavailable', 'See that it runs'],
    [undefined, 'The server does not support SSL connections', 'store-refused', 'sslmode=disable'],
    [undefined, 'There was an error establishing an SSL connection', 'store-refused', 'sslmode=disable'],
    [
      undefined,
      'SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a string',
      'store-refused',
      'user and password',
    ],
    [undefined, 'Connection terminated due to connection timeout', 'store-unavailable', 'firewall'],
    [undefined, 'Connection terminated unexpectedly', 'store-unavailable', 'See that it runs'],
    [undefined, 'timeout exceeded when trying to connect', 'store-unavailable', 'in use'],
  ])('%s %s', (code, message, expected, advice) => {
    const fault = toPostgresFault(failure(message, code), location);
    expect(fault).toMatchObject({ code: expected, message: expect.stringContaining(advice) });
    expect(fault.message).toContain(location);
    expect(fault.message).not.toContain('\n');
  });

  test('a wrong statement of ours, and a wrong use of Node, are no faults of the store', () => {
    for (const code of ['42601', '23505', '22003', 'ERR_INVALID_ARG_TYPE', undefined]) {
      expect(toPostgresFault(failure('It went wrong.', code), location)).toMatchObject({ code: 'internal-error' });
    }
  });

  test('a server that is too old, or keeps texts in another encoding, is refused', () => {
    expect(faultOfServer(120_018, 'UTF8')).toContain('version 13 or newer');
    expect(faultOfServer(180_000, 'LATIN1')).toContain('UTF8');
    expect(faultOfServer(130_000, 'UTF8')).toBeNull();
  });
});

test.each([
  ['57P01', 'terminating connection due to administrator command', true],
  ['57P03', 'the database system is starting up', true],
  ['ECONNREFUSED', 'connect ECONNREFUSED 10.0.0.9:5432', true],
  [undefined, 'Connection terminated unexpectedly', true],
  [undefined, 'timeout exceeded when trying to connect', false],
  ['55P03', 'canceling statement due to lock timeout', false],
  ['57014', 'canceling statement due to statement timeout', false],
  ['53300', 'sorry, too many clients already', false],
  ['58030', 'could not read block', false],
  ['53100', 'could not extend file: No space left on device', false],
])('an error %s (%s) says that the server was away: %s', (code, message, isAway) => {
  expect(wasAway(toPostgresFault(failure(message, code), location))).toBe(isAway);
});

describe('a real server', async () => {
  const postgres = await startPostgres();
  afterAll(() => postgres.stop());

  test.each(['require', 'prefer', 'verify-ca', 'verify-full'])(
    'without TLS is an error of its own where the address says sslmode=%s, and the driver prints no warning',
    async (mode) => {
      const warned = vi.spyOn(process, 'emitWarning');
      await expect(openPostgresStore({ url: `${postgres.url}?sslmode=${mode}` })).rejects.toMatchObject({
        code: 'store-refused',
        message: expect.stringContaining('Turn TLS on at the server'),
      });
      expect(warned).not.toHaveBeenCalled();
      warned.mockRestore();
    },
  );

  test('with a database of another encoding is refused', async () => {
    const client = new pg.Client({ connectionString: postgres.url });
    await client.connect();
    await client.query("create database latin encoding 'LATIN1' locale 'C' template template0");
    await client.end();
    await expect(openPostgresStore({ url: postgres.url.replace(/postgres$/, 'latin') })).rejects.toMatchObject({
      code: 'store-unsupported',
      message: expect.stringContaining('LATIN1'),
    });
  });

  test('that lets the user make no schema says which right is missing', async () => {
    const client = new pg.Client({ connectionString: postgres.url });
    await client.connect();
    await client.query("create role narrow login password 'made-up'");
    await client.end();
    await expect(
      openPostgresStore({ url: postgres.url.replace('postgres:made-up', 'narrow:made-up') }),
    ).rejects.toMatchObject({
      code: 'store-read-only',
      message: expect.stringContaining('right to create a schema'),
    });
  });

  test('whose queue fails is logged when that begins, and when it works again, however many requests fail between', async () => {
    const logged: string[] = [];
    const note = (_: object, message: string): void => void logged.push(message);
    const logger = { debug: note, info: note, warn: note, error: note };
    const store = await openPostgresStore({ url: postgres.url, logger });
    const queue = await store.openQueue();
    const kind = { name: 'logged-work', leaseMs: 30_000, attempts: 3, backoffMs: 1 };
    const done = Promise.withResolvers<void>();
    await queue.work(kind, 1, async () => done.resolve());
    const client = new pg.Client({ connectionString: postgres.url });
    await client.connect();
    await client.query('alter schema crossvault_queue rename to elsewhere');
    await expect.poll(() => logged).toContain('The queue of work in the database fails; it is tried again.');
    await client.query('alter schema elsewhere rename to crossvault_queue');
    await queue.enqueue(kind, { key: 'a', payload: null, waitMs: 0 });
    await done.promise;
    await client.end();
    await store.close();
    const fails = 'The queue of work in the database fails; it is tried again.';
    const works = 'The queue of work in the database works again.';
    // A request from before the end of the trouble may fail after another one worked: then there is a second pair.
    expect(logged).toEqual(logged.map((_, index) => (index % 2 === 0 ? fails : works)));
    expect(logged.at(-1)).toBe(works);
  });

  test('that is killed while work is under way has that work taken again once it is up, and not when its heartbeat is missed', async () => {
    const store = await openPostgresStore({ url: postgres.url });
    const queue = await store.openQueue();
    const kind = { name: 'work-in-hand', leaseMs: 3_600_000, attempts: 3, backoffMs: 1 };
    const begun = Promise.withResolvers<void>();
    const over = Promise.withResolvers<never>();
    over.promise.catch(() => undefined);
    const again = Promise.withResolvers<number>();
    await queue.work(kind, 1, async ({ attempt }) => {
      if (attempt > 1) return again.resolve(attempt);
      begun.resolve();
      await over.promise;
    });
    await queue.enqueue(kind, { key: 'a', payload: null, waitMs: 0 });
    await begun.promise;
    await postgres.kill();
    over.reject(new Error('The database is away.'));
    // What has failed meanwhile has to have seen that the database is away.
    await expect(store.takeReadingNumber()).rejects.toMatchObject({ code: 'store-unavailable' });
    await postgres.startAgain();
    expect(await again.promise).toBe(2);
    await store.close();
  });

  test('that is down while work is under way has that work handed out again once it is up, without the pause after a failure', async () => {
    const store = await openPostgresStore({ url: postgres.url });
    const queue = await store.openQueue();
    const kind = { name: 'work-without-database', leaseMs: 3_600_000, attempts: 2, backoffMs: 3_600_000 };
    const begun = Promise.withResolvers<void>();
    const mayRead = Promise.withResolvers<void>();
    const again = Promise.withResolvers<number>();
    let times = 0;
    await queue.work(kind, 1, async ({ attempt }) => {
      times += 1;
      if (times > 1) return again.resolve(attempt);
      begun.resolve();
      await mayRead.promise;
      await store.takeReadingNumber();
    });
    await queue.enqueue(kind, { key: 'a', payload: null, waitMs: 0 });
    await begun.promise;
    await postgres.kill();
    mayRead.resolve();
    await expect(store.takeReadingNumber()).rejects.toMatchObject({ code: 'store-unavailable' });
    await postgres.startAgain();
    expect(await again.promise).toBe(1);
    await store.close();
  });
});
