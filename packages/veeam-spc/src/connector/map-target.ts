import { combine, defineWords, type JobTarget, type Reading, readText, type WireValue } from '@crossvault/contract';

/** `UnLicensed` says nothing about the computer. */
const targetWords = defineWords<JobTarget['type']>({
  workstation: ['Workstation'],
  server: ['Server'],
  other: ['UnLicensed', 'Unknown'],
});

/** The computer that the agent runs on. Only the agent knows its name; a job does not. */
export function readTarget(
  agent: { readonly id: string; readonly name: string | null },
  operationMode: WireValue<string>,
): Reading<JobTarget | null> {
  const mode = readText(operationMode);
  const type = targetWords.lookup(mode.value ?? '') ?? 'other';
  return combine({ type, id: agent.id, name: agent.name }, [mode]);
}
