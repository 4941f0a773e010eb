#!/usr/bin/env node
import { globSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { findDrift, type GeneratedFile } from './find-drift.ts';
import { generateSchema } from './generate-schema.ts';
import { lintDocuments } from './lint-documents.ts';

const usage = `usage: codegen <openapi.yaml> <schema.ts>   lint the document, then write its types
       codegen --check                      lint all documents, then compare their types with what is checked in`;

const root = join(import.meta.dirname, '../../..');

async function generate(document: string, target: string): Promise<boolean> {
  if (!lintDocuments([document])) return false;
  const text = await generateSchema(resolve(document), process.cwd());
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, text);
  return true;
}

async function check(): Promise<boolean> {
  const documents = globSync('packages/*/openapi/*.yaml', { cwd: root }).sort();
  if (!lintDocuments(documents.map((document) => join(root, document)))) return false;
  const files: GeneratedFile[] = [];
  for (const document of documents) {
    const folder = dirname(dirname(document));
    const file = join(folder, 'src/generated/schema.ts');
    const expected = await generateSchema(join(root, document), join(root, folder));
    files.push({ file, expected, checkedIn: await readIfThere(join(root, file)) });
  }
  const drift = findDrift(files);
  for (const message of drift) console.error(message);
  return drift.length === 0;
}

async function readIfThere(file: string): Promise<string | null> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
}

const [first, second, ...surplus] = process.argv.slice(2);
if (first === '--check' && second === undefined) {
  process.exitCode = (await check()) ? 0 : 1;
} else if (first !== undefined && !first.startsWith('-') && second !== undefined && surplus.length === 0) {
  process.exitCode = (await generate(first, second)) ? 0 : 1;
} else {
  console.error(usage);
  process.exitCode = 2;
}
