import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Files that start, kill and restart processes, or sync whole histories. Vitest runs projects by name and small files last: the
 * longest file would then end alone, with the other cores idle.
 */
const slow = /tooling\/e2e\/src\/(?:processes|sync|acting|reading)\//;

/** Whether a test file is started before the others. */
export const isSlow = (path: string): boolean => slow.test(path.replaceAll('\\', '/'));

/** Starts the slow files first, the others in Vitest's order. */
export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [
      ...sorted.filter(({ moduleId }) => isSlow(moduleId)).toReversed(),
      ...sorted.filter(({ moduleId }) => !isSlow(moduleId)),
    ];
  }
}
