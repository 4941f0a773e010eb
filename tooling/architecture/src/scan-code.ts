/** A stretch of the text, and where it begins. */
export interface Piece {
  readonly start: number;
  readonly text: string;
}

/** TypeScript, taken apart as far as the rules need it: no words of a comment or a text are mistaken for code. */
export interface ScannedCode {
  /** The text with comments and the insides of texts blanked: every position and line stays where it was. */
  readonly code: string;
  readonly comments: readonly Piece[];
  /** What stands between quotes or in a template, without the quotes. */
  readonly texts: readonly Piece[];
}

const comment = /\/\/[^\n]*|\/\*[\s\S]*?\*\//y;
const quoted = /'(?:[^'\\\n]|\\[\s\S])*'|"(?:[^"\\\n]|\\[\s\S])*"/y;
const template = /(?:[^`\\$]|\\[\s\S]|\$(?!\{))*(?:`|\$\{)/y;
const pattern = /\/(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y;
const word = /[\w$]+/y;

/** After these words a slash begins a pattern; after any other word it divides. */
const wordsBeforePattern = new Set(['return', 'typeof', 'case', 'in', 'of', 'await', 'yield', 'void', 'throw', 'else']);

type TokenKind = 'space' | 'comment' | 'quoted' | 'word' | 'pattern' | 'sign';

interface Token {
  readonly kind: TokenKind;
  readonly text: string;
}

const space = /\s+/y;
const sign = /[\s\S]/y;

/** In this order: the first that matches is the token. */
const shapes: readonly (readonly [TokenKind, RegExp])[] = [
  ['space', space],
  ['comment', comment],
  ['quoted', quoted],
  ['word', word],
  ['pattern', pattern],
  ['sign', sign],
];

function matchAt(expression: RegExp, text: string, position: number): string | null {
  expression.lastIndex = position;
  return expression.exec(text)?.[0] ?? null;
}

/** Whether a slash after this token begins a pattern. */
const beginsPattern = (before: string): boolean =>
  /^[\w$]/.test(before) ? wordsBeforePattern.has(before) : before === '' || !')]}\'"`'.includes(before);

function nextToken(text: string, position: number, before: string): Token {
  for (const [kind, shape] of shapes) {
    const token = kind === 'pattern' && !beginsPattern(before) ? null : matchAt(shape, text, position);
    if (token !== null) return { kind, text: token };
  }
  return { kind: 'sign', text: text.slice(position, position + 1) };
}

const blank = (text: string): string => text.replaceAll(/[^\n]/g, ' ');

export function scanCode(text: string): ScannedCode {
  const comments: Piece[] = [];
  const texts: Piece[] = [];
  /** For every open template the number of braces that are open inside its `${`. */
  const braces: number[] = [];
  let code = '';
  /** The token before, where it decides what a slash means; spaces and comments are skipped. */
  let before = '';

  function readTemplate(): void {
    const start = code.length;
    const chunk = matchAt(template, text, start) ?? text.slice(start);
    const end = chunk.endsWith('`') ? '`' : '${';
    const inside = chunk.slice(0, chunk.length - end.length);
    texts.push({ start, text: inside });
    code += blank(inside) + chunk.slice(inside.length);
    before = end === '`' ? end : '{';
    if (end === '${') braces.push(0);
  }

  function readSign(mark: string): void {
    const depth = braces.pop();
    const closesTemplate = mark === '}' && depth === 0;
    if (depth !== undefined && !closesTemplate) braces.push(depth + (mark === '{' ? 1 : mark === '}' ? -1 : 0));
    code += mark;
    before = mark;
    if (mark === '`' || closesTemplate) readTemplate();
  }

  const read: Readonly<Record<TokenKind, (token: string) => void>> = {
    space(token) {
      code += token;
    },
    comment(token) {
      comments.push({ start: code.length, text: token });
      code += blank(token);
    },
    quoted(token) {
      texts.push({ start: code.length + 1, text: token.slice(1, -1) });
      code += token.slice(0, 1) + blank(token.slice(1, -1)) + token.slice(-1);
      before = token.slice(-1);
    },
    word(token) {
      code += token;
      before = token;
    },
    pattern(token) {
      code += blank(token);
      before = ')';
    },
    sign: readSign,
  };

  while (code.length < text.length) {
    const token = nextToken(text, code.length, before);
    read[token.kind](token.text);
  }
  return { code, comments, texts };
}
