/** Data centers of the commercial environment, as the vendor's table of addresses names them. */
export const regionHosts = {
  au: 'graph-au.avepointonlineservices.com',
  sg: 'graph-sg.avepointonlineservices.com',
  ca: 'graph-ca.avepointonlineservices.com',
  ne: 'graph-ne.avepointonlineservices.com',
  we: 'graph-we.avepointonlineservices.com',
  fr: 'graph-fr.avepointonlineservices.com',
  de: 'graph-de.avepointonlineservices.com',
  jp: 'graph-jp.avepointonlineservices.com',
  kr: 'graph-kr.avepointonlineservices.com',
  ch: 'graph-ch.avepointonlineservices.com',
  uk: 'graph-uk.avepointonlineservices.com',
  us: 'graph-us.avepointonlineservices.com',
} as const;

/** The other environments have one address each. Not documented: these are the ones that others' clients use. */
const environmentHosts = {
  'us-government': 'graph-gov.avepointonlineservices.com',
  aos2: 'graph-aos2.avepointonlineservices.com',
  fedramp: 'graphusgovapi.online15.net',
} as const;

/** Where tokens come from. The environment decides, not the data center. */
const identityHosts = {
  commercial: 'identity.avepointonlineservices.com',
  'us-government': 'identity-gov.avepointonlineservices.com',
  aos2: 'identity-aos2.avepointonlineservices.com',
  fedramp: 'identity.online15.net',
} as const satisfies Record<Environment, string>;

export type Region = keyof typeof regionHosts;
export type Environment = 'commercial' | keyof typeof environmentHosts;

export const regions = Object.keys(regionHosts) as [Region, ...Region[]];
export const environments = ['commercial', ...Object.keys(environmentHosts)] as [Environment, ...Environment[]];

/** The well-known address of an environment and region; null where there is none. */
export function findHost(environment: Environment, region: Region | undefined): string | null {
  if (environment !== 'commercial') return environmentHosts[environment];
  return region === undefined ? null : regionHosts[region];
}

export const findIdentityHost = (environment: Environment): string => identityHosts[environment];
