/** How the simulated appliance is contacted. */
export type VeeamAzureOptions = {
  /** What the configured connection speaks and the truth is of; all versions are served. @default 'v8.1' */
  readonly apiVersion?: string;
};
