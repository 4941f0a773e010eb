import type { z } from 'zod';
import type { Connector } from './connector.ts';
import type { ConnectorContext } from './connector-context.ts';

/** A vendor, as its package exports it: configuration in, contract types out. */
export interface VendorDefinition<Config = unknown> {
  /** As written in the configuration's `vendor`; kebab-case. */
  readonly id: string;
  /** The product's name, for people. */
  readonly title: string;
  /** Strict: unknown keys are errors. Holds the keys of `connectionFields`. */
  readonly configSchema: z.ZodType<Config>;
  /** Makes a connector; asks the vendor nothing yet. */
  connect(config: Config, context: ConnectorContext): Connector;
}
