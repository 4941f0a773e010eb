/** Environment variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The variables of this process: the only place that looks at them. */
export const readEnvironment = (): Environment => process.env;
