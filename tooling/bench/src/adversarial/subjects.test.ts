import { expect, test } from 'vitest';
import { loadParser } from './subject.ts';
import { subjects } from './subjects.ts';

test.each(subjects.map((subject) => [`${subject.name} of ${subject.file}`, subject] as const))(
  'the benchmark finds %s',
  async (_, subject) => {
    await expect(loadParser(subject)).resolves.toBeTypeOf('function');
  },
);
