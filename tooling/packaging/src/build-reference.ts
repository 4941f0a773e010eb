#!/usr/bin/env node
import { readPublicPackages } from './public-packages.ts';
import { referenceFolder, writeReference } from './reference/write-reference.ts';

const usage = `usage: npx -y pnpm@10 docs:api   writes the reference of the API to ${referenceFolder}`;

if (process.argv.length > 2) {
  console.error(usage);
  process.exitCode = 2;
} else {
  const { modules, warnings, errors, unexported } = await writeReference(readPublicPackages());
  for (const line of unexported) console.error(line);
  console.log(
    `${modules} entry points in ${referenceFolder}, ${warnings} warnings, ${errors} errors, ${unexported.length} types that are not exported`,
  );
  process.exitCode = warnings + errors + unexported.length === 0 && modules > 0 ? 0 : 1;
}
