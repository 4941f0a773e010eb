import { CrossvaultError } from '@crossvault/core/errors';
import { type ApiVersion, adviseVersions } from '../versions.ts';

/** Roles of human users, the least privileged first. What the roles of other products may read is not documented. */
export const enoughRoles =
  'Read-Only User is enough; Restore Operator, Portal Operator and Portal Administrator do as well';

/** The text of `readProblem` while the licence agreement is not accepted: the appliance then answers every request with 403. */
export const licenceSentence = 'The appliance refuses everything until its licence agreement is accepted.';

export const isLicenceRefusal = (error: unknown): boolean =>
  CrossvaultError.isInstance(error) && error.message.includes(licenceSentence);

/** Roles that may change something. */
const changingRoles = 'Portal Operator and Portal Administrator may';

/** The error of a change that the appliance refuses to this account, with advice. */
export function explainChangeRefusal(error: unknown, what: string): unknown {
  if (!CrossvaultError.isInstance(error) || error.code !== 'permission-denied') return error;
  if (isLicenceRefusal(error)) return explainRefusal(error, what);
  const message = `The account may not ${what} at the appliance. Give it another role: ${changingRoles}.`;
  return new CrossvaultError({ ...error, code: error.code, message, cause: error });
}

/** The error of a call that the appliance refuses to this account, with advice. */
export function explainRefusal(error: unknown, what: string): unknown {
  if (!CrossvaultError.isInstance(error) || error.code !== 'permission-denied') return error;
  const message = isLicenceRefusal(error)
    ? `${licenceSentence} Log in to its web console once and accept it.`
    : `The account may not read ${what} of the appliance. Give it another role: ${enoughRoles}.`;
  return new CrossvaultError({ ...error, code: error.code, message, cause: error });
}

/** The error for a version that the appliance does not serve: everything below its path is not found then. */
export function versionNotServed(version: ApiVersion, error: CrossvaultError): CrossvaultError {
  return new CrossvaultError({
    ...error,
    code: 'source-not-found',
    message: `The appliance does not serve version ${version} of its interface. ${adviseVersions(version)}`,
    cause: error,
  });
}
