import { combine, type Job, type Reading, readText, Unreadable, type WireValue } from '@crossvault/contract';
import { type JobAnswer, labels, splitList } from './job-answer.ts';
import { isMachine, readTargetType } from './map-target.ts';

const ownFields: ReadonlySet<string> = new Set(Object.values(labels));

/** Fields that have no place in the model, under the vendor's names. */
export const homelessFields = [
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
  const bag: readonly (readonly [string, WireValue<string>])[] =
    answer.bag instanceof Unreadable
      ? [['propertyBag', answer.bag]]
      : [...answer.bag].filter(([label]) => !ownFields.has(label));
  const readings = [...bag, ...readFields(answer)].map(([name, value]) => [name, readText(value)] as const);
  const told = readings.flatMap(([name, { value }]) => (value === null ? [] : [[name, value] as const]));
  const reading = combine(
    Object.fromEntries(told),
    readings.map(([, part]) => part),
  );
  return answer.isFull || reading.provenance !== undefined ? reading : { ...reading, provenance: 'missing' };
}

function readFields(answer: JobAnswer): (readonly [string, WireValue<string>])[] {
  const { job, extended } = answer;
  const isTargetId = isMachine(readTargetType(answer));
  const { known } = splitList(job.errorDetails);
  return [
    ...homelessFields
      .filter((field) => field !== 'containerName' || !isTargetId)
      .map((field) => [field, job[field]] as const),
    ['estimatedRemainingDuration', extended.estimatedRemainingDuration],
    ['dynamicErrorMessage', known.length > 0 ? extended.dynamicErrorMessage : null],
    ...homelessErrorFields.map((field) => [field, joinTexts(known.map((error) => error[field]))] as const),
  ];
}

function joinTexts(values: readonly WireValue<string>[]): string | null {
  const texts = values.filter((value) => typeof value === 'string' && value !== '');
  return texts.length === 0 ? null : [...new Set(texts)].join(', ');
}
