import { type Job, type Reading, Unreadable, type WireValue } from '@crossvault/core';
import { Details } from './details.ts';
import { type JobAnswer, labels, splitList } from './job-answer.ts';
import { isMachine, readTargetType } from './map-target.ts';

const ownFields: ReadonlySet<string> = new Set(Object.values(labels));

/** Fields without a counterpart in the model, under the vendor's names. */
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

const unmappedErrorFields = ['errorTitle', 'additionalDetails'] as const;

/** The remaining property bag under its labels, and the unmapped fields. A list row has only the latter. */
export function readDetails(answer: JobAnswer): Reading<Job['details']> {
  const details = new Details();
  addBag(answer, details);
  addFields(answer, details);
  return details.toReading(answer.isFull);
}

function addBag({ bag }: JobAnswer, details: Details): void {
  if (bag instanceof Unreadable) {
    details.add('propertyBag', bag);
    return;
  }
  for (const [label, value] of bag) if (!ownFields.has(label)) details.addLabel(label, value);
}

function addFields(answer: JobAnswer, details: Details): void {
  const { job, extended } = answer;
  const isTargetId = isMachine(readTargetType(answer));
  for (const field of unmappedFields) if (field !== 'containerName' || !isTargetId) details.add(field, job[field]);
  details.add('estimatedRemainingDuration', extended.estimatedRemainingDuration);
  const { known } = splitList(job.errorDetails);
  if (known.length === 0) return;
  details.add('dynamicErrorMessage', extended.dynamicErrorMessage);
  for (const field of unmappedErrorFields) details.add(field, joinTexts(known.map((error) => error[field])));
}

function joinTexts(values: readonly WireValue<string>[]): string | null {
  const texts = values.filter((value) => typeof value === 'string' && value !== '');
  return texts.length === 0 ? null : [...new Set(texts)].join(', ');
}
