import express, { type Express, type Request, type Response } from 'express';
import type { SimulatedClock } from '../clock/clock.ts';
import type { Random } from '../fleet/random.ts';
import type { Tokens } from '../http/tokens.ts';
import { provesCertificate } from './client-assertion.ts';
import { type EntraError, sendEntraError } from './entra-errors.ts';
import type { AzureBackupOptions } from './options.ts';

/** The tenant and its only app registration. */
export type AppRegistration = {
  readonly tenantId: string;
  readonly clientId: string;
  readonly secret: string;
};

export type Entra = {
  readonly clock: SimulatedClock;
  readonly random: Random;
  readonly tokens: Tokens;
  readonly registration: AppRegistration;
  readonly options: AzureBackupOptions;
  /** Address of this server, which is the resource manager's, too. */
  address(): string;
};

const TOKEN_SECONDS = 3600;

/** A new token every time, as the vendor gives one. */
export const grantToken = ({ tokens, random, options }: Entra): { token: string; seconds: number } => {
  const seconds = options.tokenSeconds ?? TOKEN_SECONDS;
  const token = `simulated-azure-${random.hex(32)}`;
  tokens.accept(token, seconds * 1000);
  return { token, seconds };
};

/** Tokens are for this resource manager, or for the one of the public cloud. */
export const isResource = ({ address }: Entra, resource: string): boolean =>
  [address(), 'https://management.azure.com'].includes(resource.replace(/\/+$/, ''));

const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

const checkSecret = ({ registration, options }: Entra, secret: string): EntraError | null => {
  if (secret !== registration.secret) return 'wrongSecret';
  return options.isSecretExpired === true ? 'expiredSecret' : null;
};

const checkAssertion = ({ registration, options }: Entra, assertion: string): EntraError | null => {
  if (options.federatedTokens?.includes(assertion)) return null;
  const { clientId, tenantId } = registration;
  const audience = `/${tenantId}/oauth2/v2.0/token`;
  if (provesCertificate(assertion, { clientId, audience, certificates: options.certificates ?? [] })) return null;
  return assertion.includes('x5t') || /^eyJ/.test(assertion) ? 'unknownCertificate' : 'notTrusted';
};

type Refusal = readonly [kind: EntraError, subject: string];

const check = (entra: Entra, form: URLSearchParams): Refusal | null => {
  const clientId = form.get('client_id') ?? '';
  if (form.get('grant_type') !== 'client_credentials') return ['noGrant', form.get('grant_type') ?? ''];
  if (clientId !== entra.registration.clientId) return ['noApp', clientId];
  const secret = form.get('client_secret');
  const assertion = form.get('client_assertion_type') === ASSERTION_TYPE ? form.get('client_assertion') : null;
  if (secret === null && assertion === null) return ['noCredential', clientId];
  const fault = assertion === null ? checkSecret(entra, secret ?? '') : checkAssertion(entra, assertion);
  if (fault !== null) return [fault, clientId];
  const resource = scopeOf(form)?.replace(/\/\.default$/, '') ?? '';
  return isResource(entra, resource) ? null : ['noResource', resource];
};

/** The library also requests the scopes that identify the user, beside the scope of the token. */
const scopeOf = (form: URLSearchParams): string | undefined =>
  (form.get('scope') ?? '').split(' ').find((scope) => scope.endsWith('/.default'));

const giveToken =
  (entra: Entra) =>
  (request: Request, response: Response): void => {
    const tenant = String(request.params['tenant']);
    const form = new URLSearchParams(typeof request.body === 'string' ? request.body : '');
    const refusal: Refusal | null = tenant === entra.registration.tenantId ? check(entra, form) : ['noTenant', tenant];
    if (refusal !== null) {
      sendEntraError(response, ...refusal, entra);
      return;
    }
    const { token, seconds } = grantToken(entra);
    response.json({ token_type: 'Bearer', expires_in: seconds, ext_expires_in: seconds, access_token: token });
  };

/**
 * Entra ID beside the resource manager, on the same address. Its metadata always names https: the
 * library accepts no other scheme.
 */
export const registerEntra = (app: Express, entra: Entra): void => {
  const hostOf = (): string => `https://${new URL(entra.address()).host}`;
  app.get('/common/discovery/instance', (_request, response) => {
    const host = new URL(entra.address()).host;
    response.json({
      tenant_discovery_endpoint: `${hostOf()}/${entra.registration.tenantId}/v2.0/.well-known/openid-configuration`,
      'api-version': '1.1',
      metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
    });
  });
  app.get('/:tenant/v2.0/.well-known/openid-configuration', (request, response) => {
    const { tenant } = request.params;
    if (tenant !== entra.registration.tenantId) {
      sendEntraError(response, 'noTenant', tenant, entra);
      return;
    }
    const base = `${hostOf()}/${tenant}`;
    response.json({
      issuer: `${base}/v2.0`,
      authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
      token_endpoint: `${base}/oauth2/v2.0/token`,
      jwks_uri: `${base}/discovery/v2.0/keys`,
    });
  });
  app.post('/:tenant/oauth2/v2.0/token', express.text({ type: () => true }), giveToken(entra));
};
