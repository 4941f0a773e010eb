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

function matchAt(expression: RegExp, text: string, position: number): string | null {
  expression.lastIndex = position;
  return expression.exec(text)?.[0] ?? null;
}

const blank = (text: string): string => text.replaceAll(/[^\n]/g, ' ');

/** Whether a slash after this token begins a pattern. */
const beginsPattern = (before: string): boolean =>
  /^[\w$]/.test(before) ? wordsBeforePattern.has(before) : !')]}\'"`'.includes(before) || before === '';

export function scanCode(text: string): ScannedCode {
  const comments: Piece[] = [];
  const texts: Piece[] = [];
  /** For every open template the number of braces that are open inside its `${`. */
  const braces: number[] = [];
  let code = '';
  let before = '';
  let position = 0;

  const take = (token: string, written: string): void => {
    code += written;
    position += token.length;
  };
  const takeTemplate = (): void => {
    const chunk = matchAt(template, text, position) ?? text.slice(position);
    const end = chunk.endsWith('`') ? 1 : 2;
    texts.push({ start: position, text: chunk.slice(0, -end) });
    take(chunk, blank(chunk.slice(0, -end)) + chunk.slice(-end));
    if (end === 2) braces.push(0);
    before = end === 2 ? '{' : '`';
  };
  const takeQuoted = (token: string): void => {
    texts.push({ start: position + 1, text: token.slice(1, -1) });
    take(token, token.slice(0, 1) + blank(token.slice(1, -1)) + token.slice(-1));
    before = token.slice(-1);
  };
  const takeSign = (sign: string): void => {
    const depth = braces.at(-1);
    take(sign, sign);
    before = sign;
    if (sign === '`') takeTemplate();
    else if (depth !== undefined && sign === '{') braces[braces.length - 1] = depth + 1;
    else if (depth !== undefined && sign === '}') {
      if (depth > 0) braces[braces.length - 1] = depth - 1;
      else {
        braces.pop();
        takeTemplate();
      }
    }
  };

  while (position < text.length) {
    const remark = matchAt(comment, text, position);
    const quote = remark === null ? matchAt(quoted, text, position) : null;
    const letters = remark === null && quote === null ? matchAt(word, text, position) : null;
    const slashes = letters === null && beginsPattern(before) ? matchAt(pattern, text, position) : null;
    if (remark !== null) {
      comments.push({ start: position, text: remark });
      take(remark, blank(remark));
    } else if (quote !== null) takeQuoted(quote);
    else if (letters !== null) {
      take(letters, letters);
      before = letters;
    } else if (slashes !== null && text[position] === '/') {
      take(slashes, blank(slashes));
      before = ')';
    } else {
      const sign = text.slice(position, position + 1);
      if (/\s/.test(sign)) take(sign, sign);
      else takeSign(sign);
    }
  }
  return { code, comments, texts };
}

/** The line of a position, from 1. */
export const lineAt = (text: string, position: number): number => text.slice(0, position).split('\n').length;
