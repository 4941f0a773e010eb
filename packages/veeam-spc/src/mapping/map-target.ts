import {
  combine,
  computed,
  defineWords,
  type JobTarget,
  missing,
  type Reading,
  readText,
  readWord,
} from '@crossvault/core';
import type { JobAnswer } from './job-answer.ts';
import { either, splitList } from './wire.ts';

/** `UnLicensed` says nothing about the computer. */
export const targetWords = defineWords<JobTarget['type']>({
  workstation: ['Workstation'],
  server: ['Server'],
  other: ['UnLicensed', 'Unknown'],
});

/** Types of jobs whose objects are machines; which objects the others show is not documented. */
const objectWords = defineWords<JobTarget['type']>({ vm: ['BackupVm', 'ReplicationVM', 'CdpReplicationVM', 'CopyVm'] });

export function readTarget(answer: JobAnswer): Reading<JobTarget | null> {
  return answer.owner.family === 'agent' ? readComputer(answer) : readOnlyObject(answer);
}

/** The computer that the agent runs on. Only the agent knows its name; a job does not. */
function readComputer({ owner, job }: JobAnswer): Reading<JobTarget | null> {
  const type = readWord(either(job.operationMode, job.operationModeId), targetWords.lookup, 'other');
  return combine({ type: type.value, id: owner.id === '' ? null : owner.id, name: owner.name }, [type]);
}

/** A job over several objects has no single target: their names are those of its tasks. */
function readOnlyObject({ job }: JobAnswer): Reading<JobTarget | null> {
  const objects = splitList(job.lastSessionTasks).known.map(({ objectUid, objectName }) => ({
    id: readText(objectUid).value,
    name: readText(objectName).value,
  }));
  const [first] = objects;
  if (first === undefined || objects.some(({ id, name }) => id !== first.id || name !== first.name))
    return missing(null);
  if (first.id === null && first.name === null) return missing(null);
  const type = readWord(job.type, objectWords.lookup, 'other');
  return computed({ type: type.value, ...first });
}
