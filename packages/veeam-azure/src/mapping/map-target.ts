import { type JobTarget, type Reading, readText, readWire } from '@crossvault/core';
import { firstReported, whole } from './first-reported.ts';
import type { JobAnswer } from './job-answer.ts';
import { readRestoredTarget } from './map-restored.ts';
import { within } from './wire.ts';

/** The sessions of a policy name no target: what a policy protects is not in them. */
export function readTarget({ session }: JobAnswer): Reading<JobTarget | null> {
  const {
    repositoryJobInfo: repository,
    fileLevelRestoreJobInfo: files,
    fileShareFileLevelRestoreJobInfo: share,
  } = session;
  const repositoryId = readWire(
    within(repository, (info) => info.repositoryId),
    (id) => readText(String(id)),
  );
  return firstReported([
    named('repository', repositoryId, readText(within(repository, (info) => info.repositoryName))),
    named('vm', readText(within(files, (info) => info.vmId)), readText(within(files, (info) => info.vmName))),
    named(
      'file-share',
      readText(within(share, (info) => info.fileShareId)),
      readText(within(share, (info) => info.fileShareName)),
    ),
    readRestoredTarget(session),
  ]);
}

const named = (type: JobTarget['type'], id: Reading<string | null>, name: Reading<string | null>) =>
  whole({ type, id: id.value, name: name.value }, [id, name]);
