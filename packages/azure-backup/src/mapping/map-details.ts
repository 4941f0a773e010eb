import { combine, type Job, type Reading, Unreadable, unreadable, type WireValue } from '@crossvault/core';
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
  const reported: [name: string, text: string][] = [];
  const lost: Reading<null>[] = [];
  const addDetail = (name: string, value: WireValue<string>) => {
    if (value instanceof Unreadable) lost.push(unreadable(null));
    else if (value !== null && value !== undefined && value !== '') reported.push([name, value]);
  };
  addBag(answer, addDetail);
  addFields(answer, addDetail);
  const reading = combine(Object.fromEntries(reported), lost);
  return answer.isFull || reading.provenance !== undefined ? reading : { ...reading, provenance: 'missing' };
}

type AddDetail = (name: string, value: WireValue<string>) => void;

function addBag({ bag }: JobAnswer, addDetail: AddDetail): void {
  if (bag instanceof Unreadable) {
    addDetail('propertyBag', bag);
    return;
  }
  for (const [label, value] of bag) if (!ownFields.has(label)) addDetail(label, value);
}

function addFields(answer: JobAnswer, addDetail: AddDetail): void {
  const { job, extended } = answer;
  const isTargetId = isMachine(readTargetType(answer));
  for (const field of unmappedFields) if (field !== 'containerName' || !isTargetId) addDetail(field, job[field]);
  addDetail('estimatedRemainingDuration', extended.estimatedRemainingDuration);
  const { known } = splitList(job.errorDetails);
  if (known.length === 0) return;
  addDetail('dynamicErrorMessage', extended.dynamicErrorMessage);
  for (const field of unmappedErrorFields) addDetail(field, joinTexts(known.map((error) => error[field])));
}

function joinTexts(values: readonly WireValue<string>[]): string | null {
  const texts = values.filter((value) => typeof value === 'string' && value !== '');
  return texts.length === 0 ? null : [...new Set(texts)].join(', ');
}
