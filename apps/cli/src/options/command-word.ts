/** Options of every command that have a value. */
const withValue: ReadonlySet<string> = new Set(['-o', '--output', '--config']);

/** The first word of a command line that is neither an option nor the value of a global option. */
export function findCommandWord(argv: readonly string[]): string | undefined {
  return argv.find((word, index) => !word.startsWith('-') && !withValue.has(argv[index - 1] ?? ''));
}

/** The value of an option as it was written, `--name value` or `--name=value`; the last one counts. */
export function findOptionValue(argv: readonly string[], option: string): string | undefined {
  return argv
    .flatMap((word, index) => {
      if (word.startsWith(`${option}=`)) return [word.slice(option.length + 1)];
      return argv[index - 1] === option ? [word] : [];
    })
    .at(-1);
}
