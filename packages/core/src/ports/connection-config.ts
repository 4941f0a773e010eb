import { z } from 'zod';
import { permissions } from '../model/action.ts';
import { knowWhile } from '../security/known-secrets.ts';
import { withoutEndSlashes } from '../values/address.ts';
import { toUnits } from '../values/span.ts';

const marker = Symbol.for('crossvault.secret');

/**
 * A secret from a reference in the configuration. It prints as `[secret]`; only `reveal` returns the text. While it exists,
 * its text is redacted from everything that Crossvault prints.
 */
export class Secret {
  /** Recognizes a secret of another loaded copy of this package: the bundled command has one of its own, a vendor's module another. */
  static [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === 'object' && value !== null && marker in value;
  }
  readonly [marker] = true;
  readonly #text: string;
  readonly #forget: () => void;
  constructor(text: string) {
    this.#text = text;
    this.#forget = knowWhile(this, text);
  }
  /** Returns the text. Call it only for the request that needs the secret. */
  reveal(): string {
    return this.#text;
  }
  /** Returns the text of a value that is not secret, such as an id kept outside the file. It is no longer redacted. */
  publish(): string {
    this.#forget();
    return this.#text;
  }
  toString(): string {
    return '[secret]';
  }
  toJSON(): string {
    return '[secret]';
  }
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return '[secret]';
  }
}

/** A configuration key that must be a reference to a secret: `${NAME}` or `"${file:path}"`, never the text itself. */
export const secretReference = z.custom<Secret>((value) => value instanceof Secret, {
  error: 'must be a reference to a secret, ${NAME} or "${file:path}", never the secret itself',
});

/**
 * A PEM file: its path, or a reference to its text. A secret that is not PEM is never treated as a path, because errors show
 * paths.
 */
export const certificateFile = z.custom<string | Secret>(
  (value) =>
    value instanceof Secret ? value.reveal().includes('-----BEGIN ') : typeof value === 'string' && value.trim() !== '',
  'must be the path of a PEM file, or a reference to its text such as "${file:app.pem}"',
);

/** A non-secret text, which may also be given as a reference. */
export const plainText = z.preprocess(
  (value) => (value instanceof Secret ? value.publish() : value),
  z.string().trim().min(1, 'must not be empty'),
);

/** An http or https address without credentials, query or fragment. Trailing slashes are removed. */
export const baseUrl = z.preprocess(
  (value) => (value instanceof Secret ? value.publish() : value),
  z
    .url({
      protocol: /^https?$/,
      error: 'must be an http or https address such as https://host:1280',
    })
    .refine((text) => !/[?#@]/.test(text), 'must have no credentials, query or fragment')
    .transform(withoutEndSlashes),
);

/** The credential that every vendor accepts: a token obtained elsewhere, for short use and tests. */
export const tokenCredential = z.strictObject({
  type: z.literal('token'),
  /** Checked here because fetch quotes an invalid header value, and so the secret, in its error. */
  token: secretReference.refine((secret) => /^[\x21-\x7e]+\s*$/.test(secret.reveal()), {
    error: 'must refer to one line of visible characters without spaces',
  }),
});

const typeError = (message: string) => ({
  error: ({ code, input }: { readonly code: string; readonly input?: unknown }) =>
    code === 'invalid_type' && input !== undefined ? message : undefined,
});
const seconds = typeError('must be a number of seconds, or a span such as 30s or 5m');
const days = typeError('must be a whole number of days, or a span of whole days such as 90d or 12w');

/** Keys of every connection. A vendor spreads them into its own strict schema. */
export const connectionFields = {
  /** Name of the connection in every output; part of every job id, so renaming a connection changes the ids of its jobs. */
  name: z
    .string()
    .regex(/^[a-z0-9][a-z0-9._-]{0,62}$/i, 'must be 1 to 63 letters, digits, dots, dashes or underscores')
    .describe('Name of the connection'),
  vendor: z.string().describe('Id of the vendor'),
  /** TLS verification. `insecure` accepts any certificate; every probe warns about it. */
  tls: z
    .strictObject({
      ca: plainText.optional(),
      insecure: z.boolean().optional(),
    })
    .optional(),
  /**
   * An HTTP proxy. An address with credentials is given as a reference, so that they stay secret; `none` connects directly,
   * regardless of the environment. @default HTTPS_PROXY, HTTP_PROXY and NO_PROXY of the environment
   */
  proxy: z
    .union([z.literal('none'), secretReference, baseUrl], {
      error: 'must be an http or https address without credentials, a reference to one that has them, or none',
    })
    .optional(),
  /** How long a caller's request waits for this source, in seconds. @default 30 */
  deadlineSeconds: z.preprocess(toUnits('s'), z.number(seconds).positive().max(600)).default(30),
  /** Maximum number of concurrent requests to the vendor. @default 4 */
  concurrency: z.int().min(1).max(64).default(4),
  /** How many days back the sync reads and updates jobs. @default 90 */
  historyDays: z.preprocess(toUnits('d'), z.int(days).min(1).max(3660)).default(90),
  /** After how many days jobs that the vendor no longer knows are deleted from the store; absent: never. */
  retentionDays: z.preprocess(toUnits('d'), z.int(days).min(1)).optional(),
  /** Permissions to change things at the vendor; absent: read-only. */
  allow: z.array(z.enum(permissions)).default([]),
  tags: z.array(z.string()).default([]),
  /** The customer whose data it reads; a vendor that names customers itself outranks it. Absent: none is named. */
  tenant: z.string().trim().min(1, 'must not be empty').optional(),
} as const;
