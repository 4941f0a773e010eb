import type { JobSource } from '../client/job-source.ts';
import type { AzureList } from './sources.ts';

/**
 * What the lists have of one thing. Ids are unique over all of Azure: once it is found somewhere, it does not matter who
 * could not be asked. When it is found nowhere, that does matter, and their failure is the answer.
 */
export async function gather<Found>(
  lists: readonly AzureList[],
  look: (source: JobSource) => Promise<Found | null>,
): Promise<Found[]> {
  const looks = await Promise.allSettled(
    lists.map(({ source, error }) => (source === null ? Promise.reject(error) : look(source))),
  );
  const found = looks.flatMap((each) => (each.status === 'fulfilled' && each.value !== null ? [each.value] : []));
  const failed = looks.find((each) => each.status === 'rejected');
  if (found.length === 0 && failed !== undefined) throw failed.reason;
  return found;
}
