import { combine, type Job, type Reading, Unreadable, unreadable, type WireValue } from '@crossvault/core';
import { type JobAnswer, labels, splitList } from './job-answer.ts';
import { isMachine, readTargetType } from './map-target.ts';

const ownFields: ReadonlySet<string> = new Set(Object.values(labels));

/** Fields that have no place in the model, under the vendor's names. */
export const unmappedFields = [
  'jobType',
  'backupManagementType',
  'workloadType',
  'virtualMachineVersion',
  'containerName',
  'containerType',
  'storageAccountName',
  'storageAccountVersion',
  'dpmServerName',
  'mabServerName',
  'mabServerType',
  'activityId',
] as const;

const homelessErrorFields = ['errorTitle', 'additionalDetails'] as const;

/** The rest of the property bag under its labels, and the fields without a place. A list row has only the latter. */
export function readDetails(answer: JobAnswer): Reading<Job['details']> {
  const told: [name: string, text: string][] = [];
  const lost: Reading<null>[] = [];
  const tell = (name: string, value: WireValue<string>) => {
    if (value instanceof Unreadable) lost.push(unreadable(null));
    else if (value !== null && value !== undefined && value !== '') told.push([name, value]);
  };
  tellBag(answer, tell);
  tellFields(answer, tell);
  const reading = combine(Object.fromEntries(told), lost);
  return answer.isFull || reading.provenance !== undefined ? reading : { ...reading, provenance: 'missing' };
}

type Tell = (name: string, value: WireValue<string>) => void;

function tellBag({ bag }: JobAnswer, tell: Tell): void {
  if (bag instanceof Unreadable) {
    tell('propertyBag', bag);
    return;
  }
  for (const [label, value] of bag) if (!ownFields.has(label)) tell(label, value);
}

function tellFields(answer: JobAnswer, tell: Tell): void {
  const { job, extended } = answer;
  const isTargetId = isMachine(readTargetType(answer));
  for (const field of unmappedFields) if (field !== 'containerName' || !isTargetId) tell(field, job[field]);
  tell('estimatedRemainingDuration', extended.estimatedRemainingDuration);
  const { known } = splitList(job.errorDetails);
  if (known.length === 0) return;
  tell('dynamicErrorMessage', extended.dynamicErrorMessage);
  for (const field of homelessErrorFields) tell(field, joinTexts(known.map((error) => error[field])));
}

function joinTexts(values: readonly WireValue<string>[]): string | null {
  const texts = values.filter((value) => typeof value === 'string' && value !== '');
  return texts.length === 0 ? null : [...new Set(texts)].join(', ');
}
