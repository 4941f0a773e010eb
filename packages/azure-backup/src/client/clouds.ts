import { withoutEndSlashes } from '@crossvault/core/wire';
import type { AzureBackupConfig } from '../config.ts';

/** Resource managers and authorities of the clouds, as the Azure command line lists them. */
const clouds = {
  public: { manager: 'https://management.azure.com', authority: 'https://login.microsoftonline.com' },
  'us-government': { manager: 'https://management.usgovcloudapi.net', authority: 'https://login.microsoftonline.us' },
  china: { manager: 'https://management.chinacloudapi.cn', authority: 'https://login.chinacloudapi.cn' },
} as const satisfies Record<AzureBackupConfig['cloud'], { readonly manager: string; readonly authority: string }>;

/** Where a connection asks, where it signs in, and what for. */
export interface CloudEndpoints {
  readonly baseUrl: string;
  readonly authorityHost: string;
  /** Whether the authority was configured. Instance discovery is skipped for a configured one. */
  readonly isOwnAuthority: boolean;
  readonly scope: string;
}

/**
 * The scope follows the address that is asked, so that a token for one resource manager is never sent to another: an
 * address that only stands in front of Azure's own needs `audience`.
 */
export function cloudEndpointsOf(
  config: Pick<AzureBackupConfig, 'cloud' | 'baseUrl' | 'authorityHost' | 'audience'>,
): CloudEndpoints {
  const cloud = clouds[config.cloud];
  const baseUrl = config.baseUrl ?? cloud.manager;
  return {
    baseUrl,
    authorityHost: config.authorityHost ?? cloud.authority,
    isOwnAuthority: config.authorityHost !== undefined,
    scope: `${withoutEndSlashes(config.audience ?? baseUrl)}/.default`,
  };
}
