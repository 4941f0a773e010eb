import type { Exceptions } from './exceptions.ts';
import type { Program } from './programs.ts';
import { type Diagnostic, libraryOf } from './type-check.ts';

/** Something that a program failed in. */
export interface Failure {
  /** Id of the program. */
  readonly program: string;
  readonly text: string;
}

/** Failures by program id, and what libraries' declarations are wrong, from what the compiler said. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[], programs: readonly Program[]) {
  const failures: Failure[] = [];
  const libraries = new Map<string, string[]>();
  for (const { path, text } of diagnostics) {
    const library = libraryOf(path);
    const program = programs.find((each) => each.path === path);
    if (library !== null) libraries.set(library, [...(libraries.get(library) ?? []), text]);
    else failures.push({ program: program?.id ?? path, text });
  }
  return { failures, libraries };
}

/** What is wrong: failures that are no exception, and exceptions that are stale. */
export function judge(
  failures: readonly Failure[],
  libraries: ReadonlyMap<string, readonly string[]>,
  exceptions: Exceptions,
): readonly string[] {
  const failed = new Set(failures.map(({ program }) => program));
  const unexpected = failures
    .filter(({ program }) => !Object.hasOwn(exceptions.programs, program))
    .map(({ program, text }) => `${program}: ${text}`);
  const unsound = [...libraries]
    .filter(([library]) => !Object.hasOwn(exceptions.libraries, library))
    .map(
      ([library, texts]) => `The declarations of ${library} do not type-check: ${texts[0]} (${texts.length} in all)`,
    );
  const stale = [
    ...Object.keys(exceptions.programs).filter((program) => !failed.has(program)),
    ...Object.keys(exceptions.libraries).filter((library) => !libraries.has(library)),
  ].map(
    (entry) => `${entry} is an exception in tooling/packaging/src/outside/exceptions.ts and works: delete the entry`,
  );
  return [...unexpected, ...unsound, ...stale];
}
