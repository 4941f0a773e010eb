#!/usr/bin/env node
import { readPublicPackages } from './public-packages.ts';
import { referenceFolder, writeReference } from './reference/write-reference.ts';

const usage = `usage: npx -y pnpm@10 docs:api [--unexported]   writes the reference of the API to ${referenceFolder}`;

const args = process.argv.slice(2);
if (args.some((each) => each !== '--unexported')) {
  console.error(usage);
  process.exitCode = 2;
} else {
  const options = { unexported: args.includes('--unexported') };
  const { modules, warnings, errors } = await writeReference(readPublicPackages(), options);
  console.log(`${modules} entry points in ${referenceFolder}, ${warnings} warnings, ${errors} errors`);
  process.exitCode = warnings + errors === 0 && modules > 0 ? 0 : 1;
}
