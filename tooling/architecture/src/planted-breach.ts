import { soundText } from './sound-repository.ts';

/** Sentence of the rule, files that break it in a sound repository, and the message that reports the breach. */
export type PlantedBreach = readonly [
  sentence: string,
  files: Readonly<Record<string, string | null>>,
  message: string,
];

/** A package's sound manifest with these members. */
export const manifest = (folder: string, change: object): Record<string, string> => ({
  [`${folder}/package.json`]: JSON.stringify({ ...JSON.parse(soundText(`${folder}/package.json`)), ...change }),
});

/** The sound docs/architecture.md with one text in the place of another. */
export const table = (from: string, to: string): Record<string, string> => ({
  'docs/architecture.md': soundText('docs/architecture.md').replace(from, to),
});
