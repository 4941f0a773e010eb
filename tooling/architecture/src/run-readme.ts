import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { answerExamples, exampleSecrets } from './answer-example.ts';

/** What the examples of a README did. */
export interface ReadmeRun {
  /** How many there were. */
  readonly examples: number;
  /** The lines that they wrote to the console. */
  readonly printed: readonly string[];
}

/**
 * Runs the TypeScript examples of a package's README, in order, as they stand there: each as a module of its own inside
 * the package, so that its imports resolve as a reader's would. The vendors' documented addresses answer without a network.
 */
export async function runReadme(readme: string): Promise<ReadmeRun> {
  const text = await readFile(readme, 'utf8');
  const examples = [...text.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code]) => code ?? '');
  const folder = await mkdtemp(join(dirname(readme), '.readme-'));
  const printed: string[] = [];
  const { fetch } = globalThis;
  const { log } = console;
  globalThis.fetch = answerExamples(fetch);
  console.log = (...values: unknown[]) => printed.push(values.map(String).join(' '));
  Object.assign(process.env, exampleSecrets);
  try {
    for (const [index, code] of examples.entries()) {
      const file = join(folder, `example-${index}.ts`);
      await writeFile(file, code);
      await import(/* @vite-ignore */ pathToFileURL(file).href);
    }
  } finally {
    globalThis.fetch = fetch;
    console.log = log;
    for (const name of Object.keys(exampleSecrets)) delete process.env[name];
    await rm(folder, { recursive: true, force: true });
  }
  return { examples: examples.length, printed };
}
