/** What a simulated Entra tenant, its app registration and its rights are like. */
export type AzureBackupOptions = {
  /** Certificates of the app registration, in PEM, beside its secret. @default [] */
  readonly certificates?: readonly string[];
  /** Tokens of other issuers that the app registration trusts, as a cluster gives them to its workloads. @default [] */
  readonly federatedTokens?: readonly string[];
  /** Whether the secret of the app registration has passed its end. @default false */
  readonly isSecretExpired?: boolean;
  /** Lifetime of a token in seconds. @default 3600 */
  readonly tokenSeconds?: number;
  /** Whether requests are refused when the read budget is used up. @default whether the clock runs */
  readonly isBudgetEnforced?: boolean;
  /** Names of vaults, and subscriptions, that the account may not read. @default [] */
  readonly denied?: readonly string[];
  /** Names of vaults that a Resource Guard protects: changes of them must name the operation that allows it. @default [] */
  readonly guarded?: readonly string[];
  /** Whether a late cancellation is refused at once, or by the result of a request that is accepted. @default 'request' */
  readonly lateCancelRefusedBy?: 'request' | 'result';
  /** What the host of a managed identity expects in `X-IDENTITY-HEADER`. @default 'simulated-identity' */
  readonly identityHeader?: string;
};
