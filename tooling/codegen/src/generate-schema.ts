import { relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

/**
 * The text of `schema.ts` for one document. Its first line names the document as seen from `packageFolder`, so that the
 * text is the same wherever the checkout lies.
 */
export async function generateSchema(document: string, packageFolder: string): Promise<string> {
  const nodes = await openapiTS(pathToFileURL(document), { alphabetize: true });
  const name = relative(packageFolder, document).split(sep).join('/');
  return `/* Generated from ${name}; do not edit. */\n\n${astToString(nodes)}`;
}
