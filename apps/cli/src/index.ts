export type { CommandIo, GlobalFlags, Output, OutputForm } from './output/command-io.ts';
export { runCommand } from './run-command.ts';
