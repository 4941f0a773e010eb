import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryRoot } from '../public-packages.ts';
import { runOrThrow } from '../run-program.ts';
import type { Changeset } from './changesets.ts';
import { fileOf, type ReportChange } from './compare-reports.ts';

/** Where the reports are checked in, from the repository's root. */
export const reportFolder = 'docs/api-reports';

const isReport = (file: string): boolean => file.endsWith('.api.md');

/** The reports that are checked in, by file name. */
export async function readCheckedIn(root: string = repositoryRoot): Promise<ReadonlyMap<string, string>> {
  const folder = join(root, reportFolder);
  const files = existsSync(folder) ? (await readdir(folder)).filter(isReport).toSorted() : [];
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  return new Map(files.map((file, index) => [file, texts[index] ?? '']));
}

export async function writeChanges(changes: readonly ReportChange[], root: string = repositoryRoot): Promise<void> {
  await mkdir(join(root, reportFolder), { recursive: true });
  for (const change of changes) {
    const path = join(root, reportFolder, fileOf(change));
    if (change.kind === 'gone') await rm(path);
    else await writeFile(path, change.report.text);
  }
}

async function git(args: readonly string[], root: string): Promise<readonly string[]> {
  return (await runOrThrow('git', args, { cwd: root })).split('\n').filter((line) => line !== '');
}

/**
 * The changesets that were written or changed since a report was: an older one announced an earlier change. All of them
 * when the report was never committed.
 */
export async function readChangesetsSince(file: string, root: string = repositoryRoot): Promise<readonly Changeset[]> {
  const [commit] = await git(['log', '-1', '--format=%H', '--', `${reportFolder}/${file}`], root);
  const pattern = '.changeset/*.md';
  const changed =
    commit === undefined
      ? ['ls-files', '--', pattern]
      : ['diff', '--name-only', '--diff-filter=d', commit, '--', pattern];
  const paths = new Set([
    ...(await git(changed, root)),
    ...(await git(['ls-files', '--others', '--exclude-standard', '--', pattern], root)),
  ]);
  const found = [...paths].filter((path) => existsSync(join(root, path)) && !path.endsWith('/README.md'));
  return Promise.all(
    found.map(async (path) => ({
      file: path.slice('.changeset/'.length),
      text: await readFile(join(root, path), 'utf8'),
    })),
  );
}
