import { CrossvaultError, isJsonObject } from '@crossvault/core';
import { type Document, isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import type { KeyPath, LineOf } from './issue.ts';
import { quoteReferences } from './quote-references.ts';

/** A YAML file as plain data, with the lines of its keys. */
export interface YamlDocument {
  readonly root: Readonly<Record<string, unknown>>;
  readonly lineOf: LineOf;
}

/** Parses the text; throws `configuration-unreadable` with file and line. No message quotes the file: it may hold secrets. */
export function parseYaml(text: string, shown: string): YamlDocument {
  const source = quoteReferences(text);
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false, merge: true });
  const lineAt = (offset: number): number => Math.max(1, lines.linePos(offset).line);

  const [fault] = [...document.errors, ...document.warnings];
  if (fault !== undefined) {
    throw unreadable(shown, lineAt(fault.pos[0]), describeFault(fault.code, source, fault.pos[0]));
  }
  visit(document, {
    Alias(_key, alias) {
      if (alias.resolve(document) !== undefined) return;
      throw unreadable(shown, lineAt(alias.range?.[0] ?? 0), 'an alias (*name) has no anchor (&name) before it');
    },
  });
  return { root: readRoot(document, shown), lineOf: (path) => lineAt(offsetOf(document, path)) };
}

function readRoot(document: Document, shown: string): Readonly<Record<string, unknown>> {
  const root = toPlainData(document, shown);
  if (isJsonObject(root)) return root;
  const what = root === null ? 'the file is empty' : 'the file is not a mapping of keys';
  throw unreadable(shown, 1, `${what}; it must have the key connections`);
}

function toPlainData(document: Document, shown: string): unknown {
  try {
    const root: unknown = document.toJS();
    JSON.stringify(root);
    return root;
  } catch {
    throw unreadable(shown, 1, 'its aliases contain themselves, or are too many');
  }
}

const unreadable = (shown: string, line: number, what: string): CrossvaultError =>
  new CrossvaultError({ code: 'configuration-unreadable', message: `${shown}:${line}: ${what}.` });

const descriptions: Partial<Record<string, string>> = {
  BAD_DQ_ESCAPE: 'a backslash in double quotes makes no known character; use single quotes',
  BAD_INDENT: 'the indentation is wrong, or a bracket is not closed',
  BAD_SCALAR_START: 'a text that begins with this character must be quoted',
  BLOCK_AS_IMPLICIT_KEY: 'a second colon stands in this line; quote the text',
  MISSING_CHAR: 'a quote, a bracket, a comma or a colon is missing',
  MULTIPLE_DOCS: 'the file holds several YAML documents; it must hold one',
  TAB_AS_INDENT: 'tabs cannot indent; use spaces',
  TAG_RESOLVE_FAILED: 'tags (!name) are not known here',
};

function describeFault(code: string, source: string, offset: number): string {
  if (code === 'DUPLICATE_KEY') {
    const [key = 'a key'] = /^[\w.-]+/.exec(source.slice(offset)) ?? [];
    return `${key} occurs twice in one mapping`;
  }
  const line = source.slice(source.lastIndexOf('\n', offset - 1) + 1).split('\n', 1)[0] ?? '';
  const hint = line.includes('${') ? '; a reference is the whole value: "${NAME}" or "${file:path}"' : '';
  return `${descriptions[code] ?? 'this is not valid YAML'}${hint}`;
}

/** Follows the path as far as it exists, through aliases; returns the position of the key. */
function offsetOf(document: Document, path: KeyPath): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const step of path) {
    const here = isAlias(node) ? node.resolve(document) : node;
    const next = stepInto(here, step);
    if (next === undefined) break;
    offset = next.offset ?? offset;
    node = next.value;
  }
  return offset;
}

function stepInto(
  node: unknown,
  step: string | number,
): { readonly value: unknown; readonly offset?: number } | undefined {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
    return pair === undefined ? undefined : { value: pair.value, ...startOf(pair.key) };
  }
  if (!isSeq(node) || typeof step !== 'number') return undefined;
  const item = node.items[step];
  return item === undefined ? undefined : { value: item, ...startOf(item) };
}

function startOf(node: unknown): { readonly offset?: number } {
  return isNode(node) && node.range ? { offset: node.range[0] } : {};
}
