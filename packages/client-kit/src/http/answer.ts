/** A vendor's answer with a status of success. What its body is, the caller's wire schema finds out. */
export interface Answer {
  readonly body: unknown;
  readonly response: Response;
}

/** What an openapi-fetch call resolves to. */
export interface ApiResult {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}
