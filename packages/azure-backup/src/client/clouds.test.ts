import { expect, test } from 'vitest';
import { cloudEndpointsOf } from './clouds.ts';

test.each([
  [{}, 'https://management.azure.com', 'https://login.microsoftonline.com', 'https://management.azure.com/.default'],
  [
    { cloud: 'us-government' },
    'https://management.usgovcloudapi.net',
    'https://login.microsoftonline.us',
    'https://management.usgovcloudapi.net/.default',
  ],
  [
    { cloud: 'china' },
    'https://management.chinacloudapi.cn',
    'https://login.chinacloudapi.cn',
    'https://management.chinacloudapi.cn/.default',
  ],
  [
    { baseUrl: 'https://arm.private.example' },
    'https://arm.private.example',
    'https://login.microsoftonline.com',
    'https://arm.private.example/.default',
  ],
  [
    {
      baseUrl: 'https://arm.private.example',
      authorityHost: 'https://login.private.example',
      audience: 'https://management.azure.com/',
    },
    'https://arm.private.example',
    'https://login.private.example',
    'https://management.azure.com/.default',
  ],
] as const)(
  '%j is asked, signed in to and asked for at the right places',
  (settings, baseUrl, authorityHost, scope) => {
    expect(cloudEndpointsOf({ cloud: 'public', ...settings })).toMatchObject({ baseUrl, authorityHost, scope });
  },
);
