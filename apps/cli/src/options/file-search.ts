import type { CommandIo, GlobalFlags } from '../output/command-io.ts';

/** Where to find the configuration file. */
export const toFileSearch = (io: CommandIo, flags: Pick<GlobalFlags, 'config'>) => ({
  configPath: flags.config,
  cwd: io.cwd,
  ...(io.environment === undefined ? {} : { environment: io.environment }),
});
