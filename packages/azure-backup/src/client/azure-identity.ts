import {
  AzureCliCredential,
  ClientCertificateCredential,
  ClientSecretCredential,
  DefaultAzureCredential,
  type TokenCredential,
  WorkloadIdentityCredential,
} from '@azure/identity';
import { ManagedIdentityApplication } from '@azure/msal-node';
import type { GrantedToken } from '@crossvault/client-kit';
import type { CallOptions } from '@crossvault/core';
import { Secret } from '@crossvault/core/ports';
import type { AskingCredential } from '../credential.ts';
import type { CloudEndpoints } from './clouds.ts';
import { createIdentityHttp, type IdentityHttpOptions, sendingOver, sharedHttp } from './identity-http.ts';
import { toSignInError } from './sign-in-error.ts';

/** Microsoft's libraries. Loaded with the first token request, since they are large. */
export async function askForToken(
  credential: AskingCredential,
  endpoints: CloudEndpoints,
  options: IdentityHttpOptions,
  call: CallOptions,
): Promise<GrantedToken> {
  const http = createIdentityHttp(options, call);
  try {
    return await sendingOver(http, () =>
      credential.type === 'managed-identity'
        ? askMachine(credential.clientId, endpoints.scope)
        : askLibrary(toLibraryCredential(credential, endpoints), endpoints.scope, call),
    );
  } catch (error) {
    throw toSignInError(error, {
      credential,
      failure: http.failure,
      refusal: http.refusal,
      source: options.context.connection,
      call,
    });
  }
}

/** Created for every token: an older instance would return its cached token, even after the vendor has refused it. */
function toLibraryCredential(
  credential: Exclude<AskingCredential, { readonly type: 'managed-identity' }>,
  { authorityHost, isOwnAuthority }: CloudEndpoints,
): TokenCredential {
  const options = {
    // The library accepts no other value; requests use the configuration.
    authorityHost: authorityHost.replace(/^http:/, 'https:'),
    disableInstanceDiscovery: isOwnAuthority,
    httpClient: sharedHttp.client,
    retryOptions: { maxRetries: 0 },
  };
  const { type, tenantId } = credential;
  if (type === 'client-secret') {
    return new ClientSecretCredential(tenantId, credential.clientId, credential.clientSecret.reveal(), options);
  }
  if (type === 'certificate') {
    const { clientId, path, password } = credential;
    const lock = password === undefined ? {} : { certificatePassword: password.reveal() };
    return path instanceof Secret
      ? new ClientCertificateCredential(tenantId, clientId, { certificate: path.reveal(), ...lock }, options)
      : new ClientCertificateCredential(tenantId, clientId, { certificatePath: path, ...lock }, options);
  }
  if (type === 'workload-identity') {
    const { clientId, tokenFile } = credential;
    return new WorkloadIdentityCredential({ ...options, ...present({ tenantId, clientId, tokenFilePath: tokenFile }) });
  }
  if (type === 'azure-cli') {
    return new AzureCliCredential(present({ tenantId, subscription: credential.subscriptionId }));
  }
  const { clientId } = credential;
  const identities = { managedIdentityClientId: clientId, workloadIdentityClientId: clientId };
  return new DefaultAzureCredential({ ...options, ...present({ tenantId, ...identities }) });
}

async function askLibrary(credential: TokenCredential, scope: string, call: CallOptions): Promise<GrantedToken> {
  const granted = await credential.getToken(scope, { abortSignal: call.signal });
  if (granted === null) throw new Error('The library gave no token.');
  return { token: granted.token, expiresInSeconds: secondsUntil(granted.expiresOnTimestamp) };
}

/**
 * The library below `@azure/identity`, the only one that can skip its cache: that cache is shared by the whole
 * process, and a token that was refused would come out of it until its end.
 */
async function askMachine(clientId: string | undefined, scope: string): Promise<GrantedToken> {
  const application = new ManagedIdentityApplication({
    managedIdentityIdParams: present({ userAssignedClientId: clientId }),
    system: { networkClient: sharedHttp.network, disableInternalRetries: true },
  });
  const resource = scope.replace(/\/\.default$/, '');
  const { accessToken, expiresOn } = await application.acquireToken({ resource, forceRefresh: true });
  return { token: accessToken, expiresInSeconds: expiresOn === null ? null : secondsUntil(expiresOn.getTime()) };
}

/** The libraries use the machine's clock, so only durations are comparable with the connector's clock. */
const secondsUntil = (endMs: number): number => Math.max(0, (endMs - Date.now()) / 1000);

/** Omits missing options: the libraries treat `undefined` as a value. */
function present<Options extends Record<string, string | undefined>>(
  options: Options,
): { [Name in keyof Options]?: string } {
  const reported: { [Name in keyof Options]?: string } = {};
  for (const name in options) {
    const value = options[name];
    if (value !== undefined) reported[name] = value;
  }
  return reported;
}
