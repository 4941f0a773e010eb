import { CrossvaultError, problemSchema } from '@crossvault/core';

/** How an answer is parsed: any schema of the core. */
interface AnswerSchema<T> {
  safeParse(value: unknown): { readonly success: true; readonly data: T } | { readonly success: false };
}

/** Sends a request to the REST API over HTTP. Throws its problem. */
export async function askFacade<T>(url: string, schema: AnswerSchema<T>, signal: AbortSignal): Promise<T> {
  const response = await fetch(url, { signal });
  const body: unknown = await response.json();
  const answer = schema.safeParse(body);
  if (response.ok && answer.success) return answer.data;
  const problem = problemSchema.safeParse(body);
  throw new CrossvaultError({
    code: problem.data?.code ?? 'internal-error',
    message: `The REST API answered ${response.status}: ${problem.data?.detail ?? 'the body does not match the schema.'}`,
  });
}
