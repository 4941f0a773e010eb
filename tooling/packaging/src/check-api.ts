#!/usr/bin/env node
import { findUnannounced } from './api-report/changesets.ts';
import { compareReports, fileOf, isInternal, packageOf } from './api-report/compare-reports.ts';
import { extractReports } from './api-report/extract-report.ts';
import { readChangesetsSince, readCheckedIn, reportFolder, writeChanges } from './api-report/report-files.ts';
import { showChange } from './api-report/show-change.ts';
import { readPublicPackages } from './public-packages.ts';

const usage = `usage: npx -y pnpm@10 api:check    fails when the packages export anything else than ${reportFolder} says
       npx -y pnpm@10 api:accept   rewrites ${reportFolder}; a changeset must name every package that changed`;

async function readChanges() {
  return compareReports(await extractReports(readPublicPackages()), await readCheckedIn());
}

/** Gives the exit code. */
async function check(): Promise<number> {
  const changes = await readChanges();
  for (const change of changes) console.error(`${await showChange(change)}\n`);
  if (changes.length === 0) return 0;
  console.error(
    `The API of ${[...new Set(changes.map(packageOf))].join(', ')} changed. If that is intended, describe it with ` +
      '`npx -y pnpm@10 changeset`, then run `npx -y pnpm@10 api:accept` and commit both.',
  );
  return 1;
}

/** Gives the exit code. Writes nothing while a change is not announced. */
async function accept(): Promise<number> {
  const changes = await readChanges();
  const unannounced: string[] = [];
  for (const change of changes.filter((each) => !isInternal(each))) {
    unannounced.push(...findUnannounced([packageOf(change)], await readChangesetsSince(fileOf(change))));
  }
  if (unannounced.length > 0) {
    console.error(
      `No changeset since the last report names ${[...new Set(unannounced)].join(', ')}. Write one with ` +
        '`npx -y pnpm@10 changeset`, then accept again.',
    );
    return 1;
  }
  await writeChanges(changes);
  for (const change of changes) console.log(`${change.kind}: ${reportFolder}/${fileOf(change)}`);
  return 0;
}

const [command, ...surplus] = process.argv.slice(2);
const commands: Readonly<Record<string, () => Promise<number>>> = { check, accept };
const chosen = surplus.length === 0 ? commands[command ?? ''] : undefined;
if (chosen === undefined) console.error(usage);
process.exitCode = chosen === undefined ? 2 : await chosen();
