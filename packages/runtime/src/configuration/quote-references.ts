import { Lexer } from 'yaml';

/** The lexer's own marks between the pieces of the source. */
const marks: ReadonlySet<string> = new Set(['\u0002', '\u0018', '\u001f']);

/**
 * Quotes the references that stand bare inside `{ }` or `[ ]`. YAML reads the brace of `{ key: ${NAME} }` as a mapping;
 * in this file it means a reference. Line numbers do not change.
 */
export function quoteReferences(source: string): string {
  if (!source.includes('${')) return source;
  const pieces = [...new Lexer().lex(source)].filter((piece) => !marks.has(piece));
  let quoted = '';
  for (let at = 0; at < pieces.length; at += 1) {
    const [dollar, open, name = '', close] = pieces.slice(at, at + 4);
    if (dollar === '$' && open === '{' && close === '}') {
      quoted += JSON.stringify(`\${${name}}`);
      at += 3;
    } else {
      quoted += dollar;
    }
  }
  return quoted;
}
