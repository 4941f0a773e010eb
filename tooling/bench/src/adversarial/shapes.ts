/** A text that grows. */
export interface Shape {
  readonly name: string;
  make(characters: number): string;
}

/** What every parser meets over and over: the beginnings of patterns, separators, digits, nesting, tokens. */
const usualParts = [
  ...[
    'a',
    'é',
    '1',
    '-',
    '_',
    ' ',
    '\t',
    '\n',
    '\r',
    '\r\n ',
    '.',
    ',',
    ';',
    ':',
    '=',
    '/',
    '\\',
    '|',
    '%',
    '&',
    '@',
    '#',
    '?',
  ],
  ...[
    '"',
    "'",
    '(',
    '[',
    ']',
    '{',
    '}',
    '<',
    ' [',
    '[a',
    '{"a":',
    '/a',
    'a/',
    'a.',
    'a,',
    'a ',
    ' a',
    '1.',
    '1,',
    '1:',
    '01',
  ],
  ...[
    'eyJ',
    'eyJaaaaaaaa-',
    'eyJaaaaaaaa.',
    'Bearer ',
    'cv_',
    'token=',
    'password:',
    'a://',
    'a:a@',
    '%25',
    '&quot;',
    '\\u0041',
  ],
  ...[
    '${',
    '-----BEGIN A-----',
    '-----END ',
    'P1D',
    '\u001b[31m',
    '\u202e',
    'certificate',
    'AADSTS',
    '..',
    '//',
    '--',
    '\ud800',
  ],
];

const repeat = (part: string, characters: number): string =>
  part.repeat(Math.max(1, Math.floor(characters / part.length)));

/** Each part over and over, bare and within what the parser looks for; and one long text in quotes. */
export function shapesOf(frame: readonly [string, string] | undefined, parts: readonly string[]): readonly Shape[] {
  const framed = (head: string, tail: string, suffix: string): readonly Shape[] =>
    [...usualParts, ...parts].map((part) => ({
      name: `${JSON.stringify(part)}${suffix}`,
      make: (characters) => `${head}${repeat(part, characters)}${tail}`,
    }));
  const quoted: Shape = { name: 'a long quoted text', make: (characters) => `{"a":"${repeat('a\\"', characters)}"}` };
  const broken: Shape = {
    name: 'a text that breaks off at its end',
    make: (characters) => `${repeat('a', characters)}!`,
  };
  const [head, tail] = frame ?? ['', ''];
  const whole = frame === undefined ? [] : framed(head, tail, ' framed');
  const open = frame === undefined ? [] : framed(head, '!', ' begun');
  return [...framed('', '', ''), ...whole, ...open, quoted, broken];
}
