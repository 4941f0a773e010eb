import type { PlantedBreach } from './planted-breach.ts';

const empty = 'export const one = 1;\n';
const many = Object.fromEntries(
  Array.from({ length: 12 }, (_, index) => [`packages/engine/src/part-${index}.ts`, empty]),
);

/** Breaches of the rules about where files stand and what they are called. */
export const plantedFolders: readonly PlantedBreach[] = [
  ['README.md is one page', { 'README.md': 'x\n'.repeat(121) }, 'README.md has 121 lines, more than 120'],
  [
    "no package's src has more than 12 files outside folders",
    many,
    'packages/engine/src has 13 files outside folders, more than 12',
  ],
  [
    'a folder of core imports only from the folders before it',
    {
      'packages/core/src/values/instant.ts': "import { named } from '../model/job.ts';\nexport const one = named;\n",
      'packages/core/src/model/job.ts': "export const named = 'a text';\n",
    },
    'packages/core/src/values/instant.ts imports ../model/job.ts, which stands above it',
  ],
  [
    'on the way of a request no two files have one name',
    { 'apps/api/src/endpoints/list-jobs.ts': empty, 'packages/engine/src/listing/list-jobs.ts': empty },
    'packages/engine/src/listing/list-jobs.ts and apps/api/src/endpoints/list-jobs.ts have one name',
  ],
  [
    'files are called by the words of the field',
    { 'packages/engine/src/sync/list-desk.ts': empty },
    'packages/engine/src/sync/list-desk.ts says desk; the word is session',
  ],
];
