import type { ScannedCode } from './scan-code.ts';

/** One import (or re-export) of a file. */
export interface Import {
  /** As written: `./wire.ts`, `node:path`, `@crossvault/core`. */
  readonly specifier: string;
  /** `static` loads with the file, `dynamic` when it is reached, `type` never. */
  readonly kind: 'static' | 'dynamic' | 'type';
}

const statement = /\b(?:import|export)\b(?<type>\s+type\b)?(?:[^'"`();=]*?\bfrom)?\s*['"]/g;
const call = /\bimport\s*\(\s*['"`]/g;

/** Every import of a file, in the order of its text, first the statements. */
export function readImports({ code, texts }: ScannedCode): readonly Import[] {
  const specifierAt = (position: number): string => texts.find(({ start }) => start === position)?.text ?? '';
  const statements = [...code.matchAll(statement)].map(
    (match): Import => ({
      specifier: specifierAt(match.index + match[0].length),
      kind: match.groups?.['type'] === undefined ? 'static' : 'type',
    }),
  );
  const calls = [...code.matchAll(call)].map(
    (match): Import => ({ specifier: specifierAt(match.index + match[0].length), kind: 'dynamic' }),
  );
  return [...statements, ...calls];
}

/** The package that a specifier names; null for a path and for Node's own modules. */
export function packageNamed(specifier: string): string | null {
  if (specifier.startsWith('.') || specifier.startsWith('/') || specifier.startsWith('node:')) return null;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
