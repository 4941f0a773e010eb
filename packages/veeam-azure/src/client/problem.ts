import { tolerant, wireFor } from '@crossvault/contract';
import { z } from 'zod';
import type { components } from '../generated/schema.ts';
import { licenceSentence } from './refusal.ts';

const text = tolerant(z.string());
const problemWire = wireFor<components['schemas']['ProblemDetails']>()(
  z.object({
    title: text,
    detail: text,
    errors: tolerant(z.record(z.string(), z.array(z.string()).readonly())),
    sessionId: text,
    licenseAgreementAcceptanceRequired: tolerant(z.boolean()),
  }),
);

/** The text of an error answer. What says most is the detail; for a 400 that are the messages by field. */
export function readProblem(body: unknown): string | null {
  const problem = problemWire.safeParse(body).data;
  if (problem === undefined) return null;
  const fields = Object.entries(problem.errors ?? {}).flatMap(([field, messages]: [string, unknown]) =>
    Array.isArray(messages) ? [`${field}: ${messages.join(' ')}`] : [],
  );
  const licence = problem.licenseAgreementAcceptanceRequired === true ? [licenceSentence] : [];
  const session =
    typeof problem.sessionId === 'string' && problem.sessionId !== ''
      ? [`It names the session ${problem.sessionId}.`]
      : [];
  const words = [problem.detail, problem.title].find((word) => typeof word === 'string' && word !== '');
  const sentences = [...(typeof words === 'string' ? [words] : []), ...fields, ...session, ...licence];
  return sentences.length === 0 ? null : sentences.join(' ');
}
