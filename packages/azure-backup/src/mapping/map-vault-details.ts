import { type Job, type Reading, Unreadable } from '@crossvault/core';
import { Details } from './details.ts';
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

/** The vendor's own labels, and the unmapped fields. */
export function readVaultDetails(answer: VaultJobAnswer): Reading<Job['details']> {
  const { job, extended, isFull } = answer;
  const { known: actions } = splitList(job.supportedActions);
  const details = new Details();
  addLabels(details, extended.additionalDetails);
  for (const field of unmappedVaultFields) details.add(field, job[field]);
  details.add('supportedActions', joinTexts(actions));
  details.add('backupInstanceState', extended.backupInstanceState);
  details.add('recoveryDestination', extended.recoveryDestination);
  addPoint(details, 'sourceRecoverPoint', extended.sourceRecoverPoint);
  addPoint(details, 'targetRecoverPoint', extended.targetRecoverPoint);
  details.add('innerError', joinTexts(causesOf(job.errorDetails)));
  return details.toReading(isFull);
}

function addLabels(details: Details, labels: VaultJobAnswer['extended']['additionalDetails']): void {
  if (labels === null || labels === undefined) return;
  if (labels instanceof Unreadable) {
    details.add('additionalDetails', labels);
    return;
  }
  for (const [label, value] of Object.entries(labels))
    details.addLabel(label, typeof value === 'number' || typeof value === 'boolean' ? String(value) : value);
}

function addPoint(details: Details, name: string, point: VaultJobAnswer['extended']['sourceRecoverPoint']): void {
  if (point === null || point === undefined) return;
  if (point instanceof Unreadable) {
    details.add(name, point);
    return;
  }
  details.add(`${name}.id`, point.recoveryPointID);
  details.add(`${name}.time`, point.recoveryPointTime);
}

/** What caused the errors, code by code. */
function causesOf(errors: VaultJobAnswer['job']['errorDetails']): string[] {
  if (errors === null || errors === undefined) return [];
  const known: readonly unknown[] = errors instanceof Unreadable ? [] : errors;
  return known.flatMap((error) =>
    typeof error === 'object' && error !== null && 'innerError' in error ? readCauses(error.innerError) : [],
  );
}

function joinTexts(values: readonly string[]): string | null {
  const texts = values.filter((value) => value !== '');
  return texts.length === 0 ? null : [...new Set(texts)].join(', ');
}
