/** What a simulated Entra tenant, its app registration and its rights are like. */
export type AzureBackupOptions = {
  /** Certificates of the app registration, in PEM, beside its secret. @default [] */
  readonly certificates?: readonly string[];
  /** Tokens of other issuers that the app registration trusts, as a cluster gives them to its workloads. @default [] */
  readonly federatedTokens?: readonly string[];
  /** Whether the secret of the app registration has passed its end. @default false */
  readonly isSecretExpired?: boolean;
  /** How long a token lives. @default 3600 */
  readonly tokenSeconds?: number;
  /** Whether an empty budget of reads turns requests away. @default whether the clock runs */
  readonly isBudgetEnforced?: boolean;
  /** Names of vaults, and subscriptions, that the account may not read. @default [] */
  readonly denied?: readonly string[];
  /** Names of vaults that a Resource Guard protects: changes of them have to say who allows it. @default [] */
  readonly guarded?: readonly string[];
  /** Whether a job that is too late to give up is refused at once, or by the result of a request that is accepted. @default 'request' */
  readonly lateCancelRefusedBy?: 'request' | 'result';
  /** What the host of a managed identity expects in `X-IDENTITY-HEADER`. @default 'simulated-identity' */
  readonly identityHeader?: string;
};
