import { describe, expect, test } from 'vitest';
import { describeAddress, faultOfAddress, filesOfAddress, holdsPassword, toClientAddress } from './postgres-address.ts';

const secret = 'hush';

test.each([
  'postgres://user:hush@db.example:5432/crossvault',
  'postgresql://user@db.example/crossvault?sslmode=require',
  'postgres://user:hu%40s%23h@[::1]:5432/crossvault',
  'postgres://user:hush@/crossvault?host=/run/postgresql',
  'postgres://db.example',
  'postgres://user:hush@db.example/crossvault\n',
])('%j is an address', (address) => {
  expect(faultOfAddress(address)).toBeNull();
});

test.each([
  ['user:hush@db.example/crossvault', 'must begin with postgres://'],
  ['hush', 'must begin with postgres://'],
  ['mysql://user:hush@db.example/crossvault', 'must begin with postgres://'],
  ['postgres:user:hush@db.example/crossvault', 'must begin with postgres://'],
  ['postgres://user:hu#hush@db.example/crossvault', '%23'],
  ['postgres://user:12#hush@db.example/crossvault', '%23'],
  ['postgres://user:x@hush@db.example/crossvault', '%40'],
  ['postgres://user:x/hush@db.example/crossvault', '%2F'],
  ['postgres://user:12?hush@db.example/crossvault', '%3F'],
  ['postgres://user:hush%@db.example/crossvault', '%25'],
  ['postgres://user:hush%zz@db.example/crossvault', '%25'],
  ['postgres://user:hush%ff@db.example/crossvault', '%25'],
  ['postgres://user:hush hush@db.example/crossvault', '%20'],
  ['postgres://user:hu\u0007hush@db.example/crossvault', 'invisible'],
  ['postgres://user:hush@db.example:hush/crossvault', 'user:password@host:port/database'],
  ['postgres://user:hush@', 'user:password@host:port/database'],
])('%j is refused with what is wrong with it, and without a part of it', (address, words) => {
  expect(faultOfAddress(address)).toContain(words);
  expect(faultOfAddress(address)).not.toContain(secret);
  expect(describeAddress(address)).not.toContain(secret);
});

test('a password is found where one can stand', () => {
  expect(holdsPassword('postgres://user:hush@db.example/crossvault')).toBe(true);
  expect(holdsPassword('postgres://user@db.example/crossvault?password=hush')).toBe(true);
  expect(holdsPassword('postgres://user@db.example/crossvault')).toBe(false);
});

test('the files that an address names are known', () => {
  expect(
    filesOfAddress('postgres://db.example/c?sslmode=require&sslrootcert=/a%20b.pem&sslkey=&sslcert=c.pem'),
  ).toEqual({
    sslrootcert: '/a b.pem',
    sslcert: 'c.pem',
  });
  expect(filesOfAddress('postgres://db.example/c')).toEqual({});
});

describe('what the client is given', () => {
  test.each(['prefer', 'require', 'verify-ca', 'verify-full'])('sslmode=%s is what it takes it for anyway', (mode) => {
    const { connectionString } = toClientAddress(
      `postgres://db.example/crossvault?sslmode=${mode}&sslrootcert=/a%20b.pem`,
    );
    expect(connectionString).toBe('postgres://db.example/crossvault?sslmode=verify-full&sslrootcert=%2Fa%20b.pem');
  });

  test('other modes stay, and so does what asks for the meaning of psql', () => {
    for (const rest of ['sslmode=disable', 'sslmode=no-verify', 'sslmode=require&uselibpqcompat=true']) {
      expect(toClientAddress(`postgres://db.example/c?${rest}`).connectionString).toBe(
        `postgres://db.example/c?${rest}`,
      );
    }
  });

  test('settings of the session are kept apart, so that ours are not lost for them', () => {
    expect(toClientAddress('postgres://db.example/c?options=-c%20work_mem%3D5MB')).toEqual({
      connectionString: 'postgres://db.example/c',
      options: '-c work_mem=5MB',
    });
  });
});
