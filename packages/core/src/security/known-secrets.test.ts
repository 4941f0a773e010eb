import { expect, test } from 'vitest';
import { plainText, Secret, secretReference } from '../ports/connection-config.ts';
import { everySource, hideKnown, holdToken, knownSecretsCost } from './known-secrets.ts';
import { redact } from './redact.ts';

const secret = 'pass phrase+with/all?kinds=of "signs"';
const configured = [new Secret(`${secret}\n`), new Secret("it's(a)~secret!*<&>")];
const signs = "it's(a)~secret!*<&>";

const asForm = (text: string) => new URLSearchParams({ _: text }).toString().slice(2);
const asHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll("'", '&#39;').replaceAll('<', '&#x3C;');
const everyCharacter = (text: string, write: (code: number) => string) =>
  [...text].map((character) => write(character.charCodeAt(0))).join('');
const hex4 = (code: number) => code.toString(16).padStart(4, '0');

test.each([
  ['as it is', secret],
  ['in base64', btoa(secret)],
  ['in base64 for addresses', btoa(secret).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')],
  ['in an address', encodeURIComponent(secret)],
  ['in an address with small letters', encodeURIComponent(secret).replaceAll(/%../g, (code) => code.toLowerCase())],
  ['in a form', encodeURIComponent(secret).replaceAll('%20', '+')],
  ['in our own form', asForm(signs)],
  ['in JSON', JSON.stringify(secret).slice(1, -1)],
  ['in JSON within JSON', JSON.stringify(JSON.stringify(secret).slice(1, -1)).slice(1, -1)],
  ['in a form within JSON within an address', encodeURIComponent(JSON.stringify(asForm(secret)).slice(1, -1))],
  ['in JSON that escapes every character', everyCharacter(secret, (code) => `\\u${hex4(code)}`)],
  ['in an address that escapes every character', everyCharacter(secret, (code) => `%${hex4(code).slice(2)}`)],
  ['in HTML', asHtml(secret)],
  ['in HTML, with other signs', asHtml(signs)],
  ['in hexadecimal', Buffer.from(secret).toString('hex')],
  ['in large hexadecimal', Buffer.from(secret).toString('hex').toUpperCase()],
  ['in base64 behind a user name', btoa(`reader:${secret}`)],
  ['in base64 behind another user name', btoa(`vac\\reader:${secret}`)],
])('a secret of this process is taken out of a text %s', (_how, form) => {
  expect(hideKnown(`before ${form} after`, '…')).toMatch(/^before …=* after$/);
});

const escaped = ['pass%2fword&99"x', `Pa"ss<W&rd'/+!(~)é=%2fQ`, 'c:\\temp\\new&lt;%41"b', '&quot;<%25%32%35>-of-a-key'];
const inJson = (text: string) => JSON.stringify(text).replaceAll('é', '\\u00e9').slice(1, -1);
const numbered = (text: string) => text.replaceAll(/[&"'<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const hexNumbered = (text: string) => text.replaceAll(/[&"'<>]/g, (sign) => `&#x${sign.charCodeAt(0).toString(16)};`);
const writers: readonly (readonly [string, (text: string) => string])[] = [
  ['as it is', (text) => text],
  ['in HTML', asHtml],
  ['in HTML with numbers', numbered],
  ['in HTML with hexadecimal numbers', hexNumbered],
  ['in HTML within HTML', (text) => asHtml(asHtml(text))],
  ['in JSON', inJson],
  ['in JSON within JSON', (text) => inJson(inJson(text))],
  ['in JSON within HTML', (text) => asHtml(inJson(text))],
  ['in HTML within JSON', (text) => inJson(asHtml(text))],
  ['in a form within HTML', (text) => asHtml(asForm(text))],
  ['in HTML within a form', (text) => asForm(asHtml(text))],
  ['in base64 of UTF-16', (text) => Buffer.from(text, 'utf16le').toString('base64')],
  ['in base64 of UTF-16 behind a user name', (text) => Buffer.from(`me:${text}`, 'utf16le').toString('base64')],
  ['in hexadecimal of UTF-16', (text) => Buffer.from(text, 'utf16le').toString('hex')],
];

test.each(writers)('a secret that holds escapes itself is taken out of a text %s', (_how, write) => {
  const held = escaped.map((each) => new Secret(each));
  const shown = held.map((each) => hideKnown(`before ${write(each.reveal())} after`, '…').replace(/…=*/, '…'));
  expect(shown).toEqual(escaped.map(() => 'before … after'));
});

test('every place of it is emptied, and the rest stays', () => {
  expect(hideKnown(`${secret}, ${secret}; pass phrase`, '…')).toBe('…, …; pass phrase');
});

test('a text that is too short to be distinguished from a word is not redacted', () => {
  new Secret('backup');
  expect(hideKnown('The backup failed.', '…')).toBe('The backup failed.');
});

test('what was configured is never forgotten, however many tokens come and go', () => {
  for (let index = 0; index < 2000; index += 1) {
    new Secret(`a-later-secret-${index}-`);
    holdToken(`a-token-of-a-log-in-${index}`, 'azure')();
  }
  expect(configured.map((each) => hideKnown(each.reveal().trim(), '…'))).toEqual(['…', '…']);
  expect(hideKnown('a-later-secret-1999-', '…')).toBe('…');
});

test('ten thousand tokens in sequence: what is looked for stays the same, and so does what a redaction costs', () => {
  const text = 'The appliance refused the request of the session for the policy Nightly with 401. '.repeat(20);
  const sizes: number[] = [];
  const steps: number[] = [];
  let drop: () => void = holdToken('the-first-token', 'appliance');
  for (let index = 0; index < 10_000; index += 1) {
    const next = holdToken(`eyJhbGciOiJSUzI1NiJ9.${String(index).padStart(1600, 'x')}`, 'appliance');
    drop();
    drop = next;
    if (index % 1000 !== 999) continue;
    const before = knownSecretsCost();
    redact(text, 'appliance');
    sizes.push(before.forms);
    steps.push(knownSecretsCost().steps - before.steps);
  }
  expect(new Set(sizes).size).toBe(1);
  expect(Math.max(...steps)).toBeLessThan(2 * text.length);
  drop();
});

test('a token is taken out of what comes from its own connection and out of logs, until it is dropped', () => {
  const drop = holdToken('Completed-1', 'appliance');
  const text = 'The job is Completed-1.';
  expect(hideKnown(text, '…', 'appliance')).toBe('The job is ….');
  expect(hideKnown(text, '…', everySource)).toBe('The job is ….');
  expect(hideKnown(text, '…', 'console')).toBe(text);
  expect(hideKnown(text, '…')).toBe(text);
  drop();
  drop();
  expect(hideKnown(text, '…', everySource)).toBe(text);
});

test('a token that two sources hold stays known until both have dropped it', () => {
  const [one, other] = [holdToken('shared-token-1', 'a'), holdToken('shared-token-1', 'a')];
  one();
  expect(hideKnown('shared-token-1', '…', 'a')).toBe('…');
  other();
  expect(hideKnown('shared-token-1', '…', 'a')).toBe('shared-token-1');
});

test('no size and no character breaks it', () => {
  const long = `${'0123456789abcdef'.repeat(10_000)}-the-end`;
  const lone = 'a\ud800-lone-half';
  new Secret(long);
  new Secret(lone);
  expect(hideKnown(`before ${long} after ${lone}`, '…')).toBe('before … after …');
  expect(hideKnown(`before ${encodeURIComponent(lone.toWellFormed())}`, '…')).toBe('before …');
});

test('of a key in PEM every line is a secret, of a certificate none', () => {
  const line = (character: string) => character.repeat(60);
  const block = (label: string, ...lines: string[]) =>
    [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`].join('\n');
  new Secret(`${block('PRIVATE KEY', line('k'), line('l'))}\n${block('CERTIFICATE', line('c'))}`);
  expect(hideKnown(`${line('k')} ${line('l')} ${line('c')}`, '…')).toBe(`… … ${line('c')}`);
  expect(hideKnown('-----BEGIN PRIVATE KEY-----', '…')).toBe('-----BEGIN PRIVATE KEY-----');
});

test.each([
  ['secrets one after the other', (size: number) => secret.repeat(size / secret.length)],
  [
    'base64 that never ends',
    (size: number) =>
      btoa(signs)
        .replaceAll('=', 'A')
        .repeat(size / 28),
  ],
  ['beginnings of a secret', (size: number) => secret.slice(0, 9).repeat(size / 9)],
  ['escapes of escapes', (size: number) => '%25'.repeat(size / 3)],
  ['backslashes', (size: number) => '\\'.repeat(size)],
  ['ampersands', (size: number) => '&'.repeat(size)],
  ['the beginning of all tokens', (size: number) => 'eyJhbGci'.repeat(size / 8)],
])('the search costs what the text is long: %s', (_name, toText) => {
  const costOf = (size: number): number => {
    const before = knownSecretsCost().steps;
    hideKnown(toText(size), '…', everySource);
    return knownSecretsCost().steps - before;
  };
  const [small, large] = [costOf(10_000), costOf(100_000)];
  expect(large).toBeLessThan(small * 11 + 1000);
});

test('what was referred to and is no secret, such as the id of a subscription, is shown', () => {
  const id = '0f8fad5b-d9cb-469f-a165-70867728950e';
  expect(plainText.parse(new Secret(id))).toBe(id);
  expect(hideKnown(`The subscription ${id} is not there.`, '…')).toContain(id);
  const held = new Secret('the-password-by-reference');
  expect(secretReference.parse(held)).toBe(held);
  expect(hideKnown('the-password-by-reference', '…')).toBe('…');
});
