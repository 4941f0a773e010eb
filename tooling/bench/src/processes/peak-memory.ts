import { readFileSync } from 'node:fs';

/**
 * The most memory that this process has used. Not `maxRSS`: on Linux it begins at what the process that started this one
 * used at that moment, so that the child of a large process seems to be as large.
 */
export function readPeakBytes(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS * 1024;
  const found = /^VmHWM:\s+(?<kibibytes>\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'));
  return Number(found?.groups?.['kibibytes']) * 1024;
}

/** The same as code to be imported by another program: its last line on stderr is how large it grew, in kibibytes. */
export const printPeak = `import { readFileSync } from 'node:fs';
const readPeak = () => process.platform === 'linux'
  ? /^VmHWM:\\s+(\\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]
  : process.resourceUsage().maxRSS;
process.once('exit', () => process.stderr.write('\\npeak ' + readPeak() + '\\n'));`;

/** What a program that has imported {@link printPeak} has printed. */
export function parsePeak(stderr: string): number {
  const found = /^peak (?<kibibytes>\d+)$/m.exec(stderr)?.groups?.['kibibytes'];
  if (found === undefined) throw new Error(`The program did not say how large it grew: ${stderr.slice(-500)}`);
  return Number(found) * 1024;
}
