import {
  type CallOptions,
  type ConnectorContext,
  CrossvaultError,
  type ErrorCode,
  type ProbeStep,
} from '@crossvault/core';
import type { AvepointCalls } from '../client/client.ts';
import { jobScope, subscriptionScope } from '../client/token-problem.ts';
import { type Licence, unwrapLicence } from './licence.ts';

export interface AccessSubject {
  readonly client: Pick<AvepointCalls, 'getLicense'>;
  readonly connection: string;
  /** Why the list could not be read; null when it could. */
  readonly listError: CrossvaultError | null;
}

type Finding = Pick<ProbeStep, 'ok' | 'detail' | 'advice' | 'code'>;

/**
 * The step `access`. By practitioners' accounts a list is answered 404 for three reasons; what the licence is answered
 * distinguishes them: both share the data center, and nothing else.
 */
export async function findAccess(
  { client, connection, listError }: AccessSubject,
  { clock }: Pick<ConnectorContext, 'clock'>,
  call: CallOptions,
): Promise<ProbeStep> {
  const startedMs = clock.monotonicMs();
  const finding =
    listError?.code === 'permission-denied'
      ? missingScope('The list is forbidden to this app.')
      : explainRefusal(listError, await readLicence(client, connection, call));
  return { name: 'access', ...finding, durationMs: clock.monotonicMs() - startedMs };
}

async function readLicence(
  client: AccessSubject['client'],
  connection: string,
  call: CallOptions,
): Promise<Licence | CrossvaultError> {
  try {
    return unwrapLicence(await client.getLicense(call), connection);
  } catch (error) {
    return CrossvaultError.from(error);
  }
}

function explainRefusal(listError: CrossvaultError | null, licence: Licence | CrossvaultError): Finding {
  if (listError === null) return { ok: true, detail: describe(licence), advice: null, code: null };
  if (!CrossvaultError.isInstance(licence)) {
    return licence.isBought
      ? missingScope(`There is a licence, and no list of jobs. ${describe(licence)}`)
      : missingLicence();
  }
  if (licence.code === 'source-not-found') {
    return failed('source-not-found', 'Neither the list nor the licence is known here.', [
      'The tenant is most likely in another data center: check region, environment and baseUrl.',
      'AvePoint may answer a tenant that never had Cloud Backup for Microsoft 365 in the same way.',
    ]);
  }
  return failed('source-not-found', `The list is not known here, and the licence cannot be read: ${licence.message}`, [
    `Give the app registration ${subscriptionScope} as well, and this step can distinguish the reasons.`,
    `They are: another data center (region, baseUrl), no permission ${jobScope}, no licence for Cloud Backup for Microsoft 365.`,
  ]);
}

const missingScope = (seen: string): Finding =>
  failed('permission-denied', seen, [
    `Give the app registration the permission ${jobScope} (AvePoint Online Services, Administration, App registrations).`,
    'If it has it, check jobsPath: the vendor has renamed the list before.',
  ]);

const missingLicence = (): Finding =>
  failed('permission-denied', 'The tenant has bought nothing of Cloud Backup for Microsoft 365.', [
    'Buy or renew the product for this tenant, or take the app registration of the tenant that has it.',
  ]);

const failed = (code: ErrorCode, detail: string, advice: readonly string[]): Finding => ({
  ok: false,
  detail,
  advice: advice.join(' '),
  code,
});

/** A licence that cannot be read only adds this sentence, since no other step reads it. */
function describe(licence: Licence | CrossvaultError): string {
  if (CrossvaultError.isInstance(licence)) {
    return licence.code === 'permission-denied'
      ? `The app may read jobs. It may not read the licence (${subscriptionScope}), which only this step requires.`
      : `The app may read jobs. The licence could not be read: ${licence.message}`;
  }
  const { seats, assignedSeats } = licence;
  const known = [
    ...(seats === null ? [] : [`${seats} seats bought`]),
    ...(assignedSeats === null ? [] : [`${assignedSeats} in use`]),
  ];
  return `The licence can be read${known.length === 0 ? '' : `: ${known.join(', ')}`}.`;
}
