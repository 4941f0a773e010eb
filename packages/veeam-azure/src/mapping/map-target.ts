import { type JobTarget, type Reading, readText, readWire } from '@crossvault/core';
import { firstReported, nothing, whole } from './first-reported.ts';
import type { JobAnswer } from './job-answer.ts';
import { readRestoredTarget } from './map-restored.ts';
import { isAbsent, type SessionWire, within } from './wire.ts';

/** The sessions of a policy name no target: what a policy protects is not in them. */
export function readTarget({ session }: JobAnswer): Reading<JobTarget | null> {
  const {
    repositoryJobInfo: repository,
    fileLevelRestoreJobInfo: files,
    fileShareFileLevelRestoreJobInfo: share,
  } = session;
  return firstReported([
    isAbsent(repository) ? nothing : readRepository(repository),
    isAbsent(files)
      ? nothing
      : named('vm', readText(within(files, (info) => info.vmId)), readText(within(files, (info) => info.vmName))),
    isAbsent(share)
      ? nothing
      : named(
          'file-share',
          readText(within(share, (info) => info.fileShareId)),
          readText(within(share, (info) => info.fileShareName)),
        ),
    readRestoredTarget(session),
  ]);
}

function readRepository(repository: SessionWire['repositoryJobInfo']): Reading<JobTarget | null> {
  const id = readWire(
    within(repository, (info) => info.repositoryId),
    (present) => readText(String(present)),
  );
  return named('repository', id, readText(within(repository, (info) => info.repositoryName)));
}

const named = (type: JobTarget['type'], id: Reading<string | null>, name: Reading<string | null>) =>
  whole({ type, id: id.value, name: name.value }, [id, name]);
