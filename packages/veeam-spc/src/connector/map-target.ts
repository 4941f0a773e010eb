import { combine, defineWords, type JobTarget, type Reading, readWord } from '@crossvault/contract';
import type { JobAnswer } from './job-answer.ts';
import { either } from './wire.ts';

/** `UnLicensed` says nothing about the computer. */
const targetWords = defineWords<JobTarget['type']>({
  workstation: ['Workstation'],
  server: ['Server'],
  other: ['UnLicensed', 'Unknown'],
});

/** The computer that the agent runs on. Only the agent knows its name; a job does not. */
export function readTarget({ agent, job }: JobAnswer): Reading<JobTarget | null> {
  const type = readWord(either(job.operationMode, job.operationModeId), targetWords.lookup, 'other');
  return combine({ type: type.value, id: agent.id, name: agent.name }, [type]);
}
