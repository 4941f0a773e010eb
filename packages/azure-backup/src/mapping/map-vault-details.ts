import { combine, type Job, type Reading, readText, Unreadable, type WireValue } from '@crossvault/core';
import { splitList } from './job-answer.ts';
import { readCauses } from './map-user-errors.ts';
import type { VaultJobAnswer } from './vault-job-answer.ts';

/** Fields without a counterpart in the model, under the vendor's names. */
export const unmappedVaultFields = [
  'operationCategory',
  'dataSourceType',
  'dataSourceLocation',
  'dataSourceSetName',
  'sourceSubscriptionID',
  'sourceResourceGroup',
  'backupInstanceId',
  'backupInstanceFriendlyName',
  'restoreType',
  'sourceDataStoreName',
  'destinationDataStoreName',
  'activityID',
] as const;

type Pair = readonly [name: string, value: WireValue<string>];

/** The vendor's own labels, and the unmapped fields. */
export function readVaultDetails(answer: VaultJobAnswer): Reading<Job['details']> {
  const { job, extended, isFull } = answer;
  const { known: actions } = splitList(job.supportedActions);
  const pairs: readonly Pair[] = [
    ...readLabels(extended.additionalDetails),
    ...unmappedVaultFields.map((field): Pair => [field, job[field]]),
    ['supportedActions', joinTexts(actions)],
    ['backupInstanceState', extended.backupInstanceState],
    ['recoveryDestination', extended.recoveryDestination],
    ...readPoint('sourceRecoverPoint', extended.sourceRecoverPoint),
    ...readPoint('targetRecoverPoint', extended.targetRecoverPoint),
    ['innerError', joinTexts(causesOf(job.errorDetails))],
  ];
  const readings = pairs.map(([name, value]) => [name, readText(value)] as const);
  const reported = readings.flatMap(([name, { value }]) => (value === null ? [] : [[name, value] as const]));
  const reading = combine(
    Object.fromEntries(reported),
    readings.map(([, part]) => part),
  );
  return isFull || reading.provenance !== undefined ? reading : { ...reading, provenance: 'missing' };
}

function readLabels(labels: VaultJobAnswer['extended']['additionalDetails']): Pair[] {
  if (labels instanceof Unreadable) return [['additionalDetails', labels]];
  return Object.entries(labels ?? {}).map(([label, value]) => [
    label,
    typeof value === 'number' || typeof value === 'boolean' ? String(value) : value,
  ]);
}

function readPoint(name: string, point: VaultJobAnswer['extended']['sourceRecoverPoint']): Pair[] {
  if (point instanceof Unreadable) return [[name, point]];
  return [
    [`${name}.id`, point?.recoveryPointID],
    [`${name}.time`, point?.recoveryPointTime],
  ];
}

/** What caused the errors, code by code. */
function causesOf(errors: VaultJobAnswer['job']['errorDetails']): string[] {
  const known: readonly unknown[] = errors instanceof Unreadable ? [] : (errors ?? []);
  return known.flatMap((error) =>
    typeof error === 'object' && error !== null && 'innerError' in error ? readCauses(error.innerError) : [],
  );
}

function joinTexts(values: readonly string[]): string | null {
  const texts = values.filter((value) => value !== '');
  return texts.length === 0 ? null : [...new Set(texts)].join(', ');
}
