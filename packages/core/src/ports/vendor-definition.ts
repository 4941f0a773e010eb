import type { z } from 'zod';
import type { Connector } from './connector.ts';
import type { ConnectorContext } from './connector-context.ts';

/** A vendor, as exported by its package. The runtime validates a configuration with it and creates connectors. */
export interface VendorDefinition<Config = unknown> {
  /** Id of the vendor in kebab-case, as written in the configuration's `vendor`. */
  readonly id: string;
  /** The product's name, for people. */
  readonly title: string;
  /** Strict schema of a connection: unknown keys are errors. Includes the keys of `connectionFields`. */
  readonly configSchema: z.ZodType<Config>;
  /**
   * Creates a connector. Sends no request yet. What the context leaves out comes from the configuration and from the defaults
   * of `createContext`; `completeContext` does that for every vendor.
   */
  connect(config: Config, context?: Partial<ConnectorContext>): Connector;
}
