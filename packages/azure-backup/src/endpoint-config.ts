import { baseUrl, plainText } from '@crossvault/core/ports';
import { z } from 'zod';
import { azureCredential } from './credential.ts';

/** Over plain http secrets go to this machine only. */
const authorityHost = baseUrl.refine(
  (text) => /^https:\/\/[^/]+$/.test(text) || /^http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/.test(text),
  'must be an https address without a path (http only on this machine)',
);

/** Where requests go, and with which credential: what the typed client and a connection have in common. */
export const endpointFields = {
  /** Decides resource manager and authority where `baseUrl` and `authorityHost` do not. @default 'public' */
  cloud: z.enum(['public', 'us-government', 'china']).default('public'),
  /** The resource manager, where it is not the one of the cloud. */
  baseUrl: baseUrl.optional(),
  /** Where to sign in, where it is not the one of the cloud: private clouds, simulators. It is trusted as it is. */
  authorityHost: authorityHost.optional(),
  /** What tokens are requested, where it is not the resource manager's address. */
  audience: plainText.refine((text) => URL.canParse(text), 'must be a URL').optional(),
  credential: azureCredential,
} as const;
