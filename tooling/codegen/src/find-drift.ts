/** A generated file: where it is checked in, what it should say, and what it says (null when it is not there). */
export interface GeneratedFile {
  readonly file: string;
  readonly expected: string;
  readonly checkedIn: string | null;
}

const regenerate = 'npx -y pnpm@10 generate';

/** One sentence for each file that is not what its document gives; an empty list when nothing drifted. */
export function findDrift(files: readonly GeneratedFile[]): string[] {
  return files.flatMap(({ file, expected, checkedIn }) => {
    if (checkedIn === null) return [`${file} is missing: run ${regenerate} and commit it.`];
    if (withUnixLines(checkedIn) === withUnixLines(expected)) return [];
    return [`${file} differs from what its document gives: run ${regenerate} and commit the result.`];
  });
}

// A checkout may convert line ends; that is not a difference in what the file says.
function withUnixLines(text: string): string {
  return text.replaceAll('\r\n', '\n');
}
