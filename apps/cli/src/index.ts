export type { CommandIo, GlobalFlags, Output, OutputForm } from './command-io.ts';
export { runCommand } from './run-command.ts';
