/** Address and credentials of the simulated appliance. */
export type VeeamAzureOptions = {
  /** What the configured connection speaks and the truth is of; all versions are served. @default 'v8.1' */
  readonly apiVersion?: string;
};
