import type { Response } from 'express';
import type { SimulatedClock } from '../clock/clock.ts';
import type { Random } from '../fleet/random.ts';
import { toInstant } from '../truth.ts';

/** Errors of Entra ID without a token: status, code of OAuth, and its own number with a text. */
export const ENTRA_ERRORS = {
  noTenant: [
    400,
    'invalid_tenant',
    90002,
    "Tenant '{0}' not found. Check to make sure you have the correct tenant ID.",
  ],
  noApp: [400, 'unauthorized_client', 700016, "Application with identifier '{0}' was not found in the directory."],
  wrongSecret: [
    401,
    'invalid_client',
    7000215,
    "Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '{0}'.",
  ],
  expiredSecret: [401, 'invalid_client', 7000222, "The provided client secret keys for app '{0}' are expired."],
  noCredential: [
    401,
    'invalid_client',
    7000218,
    "The request body must contain 'client_assertion' or 'client_secret'.",
  ],
  unknownCertificate: [
    401,
    'invalid_client',
    700027,
    "The certificate with identifier used to sign the client assertion is not registered on application '{0}'.",
  ],
  notTrusted: [
    400,
    'invalid_request',
    70021,
    "No matching federated identity record found for presented assertion of app '{0}'.",
  ],
  noResource: [400, 'invalid_resource', 500011, "The resource principal named '{0}' was not found in the tenant."],
  noGrant: [400, 'unsupported_grant_type', 70003, "The app requested an unsupported grant type '{0}'."],
} as const satisfies Readonly<Record<string, readonly [status: number, error: string, code: number, text: string]>>;

export type EntraError = keyof typeof ENTRA_ERRORS;

export const sendEntraError = (
  response: Response,
  kind: EntraError,
  subject: string,
  { clock, random }: { readonly clock: SimulatedClock; readonly random: Random },
): void => {
  const [status, error, code, text] = ENTRA_ERRORS[kind];
  const trace = { trace_id: random.uuid(), correlation_id: random.uuid() };
  const timestamp = toInstant(clock.now()).replace(/T(.*)\.\d+Z$/, ' $1Z');
  response.status(status).json({
    error,
    error_description: `AADSTS${code}: ${text.replace('{0}', subject)} Trace ID: ${trace.trace_id} Correlation ID: ${trace.correlation_id} Timestamp: ${timestamp}`,
    error_codes: [code],
    timestamp,
    ...trace,
    error_uri: `https://login.microsoftonline.com/error?code=${code}`,
  });
};
