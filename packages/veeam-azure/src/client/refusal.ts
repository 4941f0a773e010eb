import { CrossvaultError } from '@crossvault/contract';
import { type ApiVersion, adviseVersions } from '../versions.ts';

/** Roles that people can have, the smallest first. What other roles may read is not documented. */
export const enoughRoles =
  'Read-Only User is enough; Restore Operator, Portal Operator and Portal Administrator do as well';

/** An error of a call, with what has to be done about it at an appliance. */
export function explainRefusal(error: unknown, what: string): unknown {
  if (!CrossvaultError.isInstance(error) || error.code !== 'permission-denied') return error;
  const message = isLicenceRefusal(error)
    ? 'The appliance refuses everything until its licence agreement is accepted: log in to its web console once and accept it.'
    : `The account may not read ${what} of the appliance. Give it another role: ${enoughRoles}.`;
  return new CrossvaultError({ ...error, code: error.code, message, cause: error });
}

/** The sentence that `readProblem` adds when the licence agreement was not accepted. */
export const licenceSentence = "The appliance's licence agreement has to be accepted in its web console first.";

export const isLicenceRefusal = (error: CrossvaultError): boolean => error.message.includes(licenceSentence);

/** The error for a version that the appliance does not serve: everything below its path is not found then. */
export function versionNotServed(version: ApiVersion, error: CrossvaultError): CrossvaultError {
  return new CrossvaultError({
    ...error,
    code: 'source-not-found',
    message: `The appliance does not know version ${version} of its interface. ${adviseVersions(version)}`,
    cause: error,
  });
}
