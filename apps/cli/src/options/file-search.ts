import type { CommandIo, GlobalFlags } from '../output/command-io.ts';

/** Where the configuration is looked for. */
export const toFileSearch = (io: CommandIo, flags: Pick<GlobalFlags, 'config'>) => ({
  configPath: flags.config,
  cwd: io.cwd,
  ...(io.environment === undefined ? {} : { environment: io.environment }),
});
