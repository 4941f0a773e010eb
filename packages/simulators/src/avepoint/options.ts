/** The permissions of an app registration that this product knows. */
export const JOB_SCOPE = 'microsoft365backup.jobInfo.read.all';
export const SUBSCRIPTION_SCOPE = 'microsoft365backup.subscriptionInfo.read.all';
export const SETTINGS_SCOPE = 'microsoft365backup.settings.read.all';

/** What a simulated tenant, its app registration and the pages of its list are like. */
export type AvepointOptions = {
  /** The parts of a multi-geo tenant, the central one first. @default [] not multi-geo */
  readonly locations?: readonly string[];
  /** Permissions of the app registration. @default all three */
  readonly scopes?: readonly string[];
  /** Certificates of the app registration, in PEM, beside its secret. @default [] */
  readonly certificates?: readonly string[];
  /** Lifetime of a token in seconds. @default 3600 */
  readonly tokenSeconds?: number;
  /** `unlicensed`: without the product; `elsewhere`: in another data center than this one. @default licensed */
  readonly tenant?: 'licensed' | 'unlicensed' | 'elsewhere';
  /** Number of the first page: 0 as the vendor's table has it, 1 as its sample has it. @default 0 */
  readonly firstPage?: 0 | 1;
  /** Form of the link to the next page; the vendor shows none. @default absolute */
  readonly nextLink?: 'absolute' | 'relative' | 'token' | 'absent';
  /** `ignored`: every list of a type of object has the jobs of all types. @default honoured */
  readonly objectTypes?: 'honoured' | 'ignored';
  /** Whether a page has the total number of jobs. @default true */
  readonly hasTotals?: boolean;
};
