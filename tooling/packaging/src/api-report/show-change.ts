import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram } from '../run-program.ts';
import { fileOf, type ReportChange } from './compare-reports.ts';

const mostLines = 60;

/** A change as git shows it, without git's own header; long ones are cut. */
export async function showChange(change: ReportChange): Promise<string> {
  if (change.kind === 'new') return `${fileOf(change)} is missing: ${change.report.specifier} is new.`;
  if (change.kind === 'gone') return `${fileOf(change)} describes an entry point that is no more.`;
  const folder = await mkdtemp(join(tmpdir(), 'crossvault-report-'));
  try {
    await writeFile(join(folder, 'checked-in'), change.before);
    await writeFile(join(folder, 'built'), change.report.text);
    const args = ['diff', '--no-index', '--no-color', '--unified=2', 'checked-in', 'built'];
    const { output } = await runProgram('git', args, { cwd: folder });
    const lines = output.trimEnd().split('\n').slice(4);
    const cut = lines.length > mostLines ? [`… and ${lines.length - mostLines} lines more`] : [];
    return [
      `${fileOf(change)} differs from what ${change.report.specifier} exports:`,
      ...lines.slice(0, mostLines),
      ...cut,
    ].join('\n');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
