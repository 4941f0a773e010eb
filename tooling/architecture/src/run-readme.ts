import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Runs the TypeScript examples of a package's README, in order, as they stand there: each as a module of its own inside
 * the package, so that its imports resolve as a reader's would. Gives how many there were.
 */
export async function runReadme(readme: string): Promise<number> {
  const text = await readFile(readme, 'utf8');
  const examples = [...text.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code]) => code ?? '');
  const folder = await mkdtemp(join(dirname(readme), '.readme-'));
  try {
    for (const [index, code] of examples.entries()) {
      const file = join(folder, `example-${index}.ts`);
      await writeFile(file, code);
      await import(/* @vite-ignore */ pathToFileURL(file).href);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return examples.length;
}
