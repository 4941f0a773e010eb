import type { CallOptions } from '@crossvault/core';
import { CrossvaultError, quoteVendor } from '@crossvault/core/errors';
import { Secret } from '@crossvault/core/ports';
import { joinSentences } from '@crossvault/core/wire';
import type { AskingCredential } from '../credential.ts';

/** Entra ID's error codes, and the advice for the operator. */
const advice: Readonly<Record<string, string>> = {
  '7000215': "The client secret is wrong: clientSecret has to be the secret's value, not its id.",
  '7000222': 'The client secret has expired: make a new one for the app registration.',
  '7000218': 'Entra ID requires a secret or a certificate for this app: check the type of the credential.',
  '90002': 'The tenant is unknown: check tenantId and cloud.',
  '900023': 'The tenant is unknown: check tenantId and cloud.',
  '700016': 'The tenant has no such app: check clientId and tenantId.',
  '700027': 'The certificate is not registered for this app: upload it to the app registration.',
  '700021': 'The certificate is not registered for this app: upload it to the app registration.',
  '700024': "The assertion is not valid now: is this machine's clock right?",
  '70021': 'The app trusts no such token: check issuer, subject and audience of its federated credential.',
  '700213': 'The app trusts no such token: check issuer, subject and audience of its federated credential.',
  '500011': 'The tenant has no such resource: check cloud, baseUrl and audience.',
  '53003': 'Conditional access blocks this app: an administrator has to exempt it.',
};

/** Of what was said so much is checked: the patterns below may walk through a text once for each word of it. */
const longestMessage = 2000;

const machineAdvice =
  'No managed identity answers on this machine: it has to run in Azure, with an identity assigned. Elsewhere use another type of credential.';

/** What the libraries say themselves, where no code of Entra ID came. */
const knownMessages: readonly (readonly [pattern: RegExp, text: string])[] = [
  [/azure cli could not be found|not recognized/i, 'The Azure command line is not installed here, or not on the PATH.'],
  [/az login/i, 'No account is signed in to the Azure command line on this machine: run az login.'],
  [/identity not found/i, 'The machine has no such identity: check clientId, and that the identity is assigned to it.'],
  [/ENOENT|EACCES|EISDIR/, 'The file of the credential cannot be read: check its path.'],
  [/passphrase|bad decrypt|interrupted or cancelled/i, 'The private key is encrypted: check password.'],
  [
    /secretOrPrivateKey|PEM|certificate.*(?:format|contents|missing)|DECODER/i,
    'The file must contain a certificate and its private key, in PEM.',
  ],
  [
    /is unavailable|AZURE_\w+/,
    'The settings of the credential are missing on this machine: check tenantId, clientId, tokenFile or the variables AZURE_….',
  ],
];

export interface SignIn {
  readonly credential: AskingCredential;
  /** What kept the last request from being answered. */
  readonly failure: CrossvaultError | null;
  /** What the last refusal said. */
  readonly refusal: string | null;
  readonly source: string;
  readonly call: CallOptions;
}

/** Why there is no token, and what to do about it. Errors of the libraries are not handed on: they hold requests. */
export function toSignInError(error: unknown, { credential, failure, refusal, source, call }: SignIn): CrossvaultError {
  if (call.signal.aborted && CrossvaultError.isInstance(call.signal.reason)) return call.signal.reason.at(source);
  const words = refusal ?? (error instanceof Error ? error.message : String(error));
  const said = quoteVendor(hideSecrets(words, credential), source, longestMessage);
  const [, code] = /AADSTS(\d+)/.exec(said) ?? [];
  if (code === undefined && failure !== null) return toUnanswered(failure, credential, source);
  const known = code === undefined ? knownMessages.find(([pattern]) => pattern.test(said))?.[1] : advice[code];
  const what = `The sign-in was refused${code === undefined ? '' : ` (AADSTS${code})`}.`;
  return new CrossvaultError({
    code: 'authentication-failed',
    message: joinSentences(what, known ?? clip(said)),
    source,
  });
}

/** No answer: a network error stays unchanged, except where it means that the machine has no identity. */
function toUnanswered(failure: CrossvaultError, { type }: AskingCredential, source: string): CrossvaultError {
  const isAlone = type === 'managed-identity' && ['source-unreachable', 'source-timeout'].includes(failure.code);
  return isAlone
    ? new CrossvaultError({ code: 'authentication-failed', message: `${machineAdvice}`, source })
    : failure.at(source);
}

/** The beginning of what was said, without the ids that Entra ID puts at the end. */
function clip(said: string): string {
  const [line = ''] = said.split(/ (?:Trace ID|- Correlation ID|Correlation ID):/);
  return line.length > 300 ? `${line.slice(0, 300).trim()}…` : line.trim();
}

function hideSecrets(text: string, credential: AskingCredential): string {
  const secrets = Object.values(credential).filter((value) => value instanceof Secret);
  return secrets.reduce((hidden, secret) => hidden.replaceAll(secret.reveal().trim(), '[secret]'), text);
}
