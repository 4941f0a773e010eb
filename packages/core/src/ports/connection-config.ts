import { z } from 'zod';
import { permissions } from '../model/action.ts';
import { knowWhile } from '../security/known-secrets.ts';
import { withoutEndSlashes } from '../values/address.ts';
import { toUnits } from '../values/span.ts';

/**
 * A secret out of a reference in the configuration. It prints as `[secret]`; only `reveal` gives the text. As long as it exists,
 * its text is taken out of everything that is printed.
 */
export class Secret {
  readonly #text: string;
  readonly #forget: () => void;
  constructor(text: string) {
    this.#text = text;
    this.#forget = knowWhile(this, text);
  }
  /** The text itself: for the request that needs it, and nothing else. */
  reveal(): string {
    return this.#text;
  }
  /** The text of what turned out to be no secret, such as an id or a name that is kept outside the file. It is shown from here on. */
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

/** A key that must be a reference to a secret: `${NAME}` or `"${file:path}"`, never the text itself. */
export const secretReference = z.custom<Secret>((value) => value instanceof Secret, {
  error: 'must be a reference to a secret, ${NAME} or "${file:path}", never the secret itself',
});

/**
 * A PEM file by its path as it is written, or its text through a reference. A secret that is no PEM is never taken for a
 * path: errors show paths.
 */
export const certificateFile = z.custom<string | Secret>(
  (value) =>
    value instanceof Secret ? value.reveal().includes('-----BEGIN ') : typeof value === 'string' && value.trim() !== '',
  'must be the path of a PEM file, or a reference to its text such as "${file:app.pem}"',
);

/** A text that may also be written as a reference. */
export const plainText = z.preprocess(
  (value) => (value instanceof Secret ? value.publish() : value),
  z.string().trim().min(1, 'must not be empty'),
);

/** An http or https address without credentials, query or fragment; a trailing slash is taken off. */
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

/** The credential that every vendor takes: a token got elsewhere, for short use and tests. */
export const tokenCredential = z.strictObject({
  type: z.literal('token'),
  /** A text that no header can carry would show up in the error of whoever tries. */
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

/** Keys that every connection takes. A vendor spreads them into its own strict schema. */
export const connectionFields = {
  /** How the connection is called everywhere; part of every job id. */
  name: z
    .string()
    .regex(/^[a-z0-9][a-z0-9._-]{0,62}$/i, 'must be 1 to 63 letters, digits, dots, dashes or underscores')
    .describe('Name of the connection'),
  vendor: z.string().describe('Id of the vendor'),
  /** How TLS is checked. `insecure` takes any certificate, and is said loudly wherever it is used. */
  tls: z
    .strictObject({
      ca: plainText.optional(),
      insecure: z.boolean().optional(),
    })
    .optional(),
  /**
   * An HTTP proxy. One that wants credentials in its address is given as a reference, so that they stay secret; `none`
   * asks directly, whatever the environment says. @default HTTPS_PROXY, HTTP_PROXY and NO_PROXY of the environment
   */
  proxy: z
    .union([z.literal('none'), secretReference, baseUrl], {
      error: 'must be an http or https address without credentials, a reference to one that has them, or none',
    })
    .optional(),
  /** How long one request to us may wait for this source. @default 30 */
  deadlineSeconds: z.preprocess(toUnits('s'), z.number(seconds).positive().max(600)).default(30),
  /** How many requests run at the vendor at once. @default 4 */
  concurrency: z.int().min(1).max(64).default(4),
  /** How many days back history is kept up. @default 90 */
  historyDays: z.preprocess(toUnits('d'), z.int(days).min(1).max(3660)).default(90),
  /** After how many days jobs that the vendor forgot are deleted here; absent: never. */
  retentionDays: z.preprocess(toUnits('d'), z.int(days).min(1)).optional(),
  /** What may be changed at the vendor; absent: nothing. */
  allow: z.array(z.enum(permissions)).default([]),
  tags: z.array(z.string()).default([]),
} as const;
