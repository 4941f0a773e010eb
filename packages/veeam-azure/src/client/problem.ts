import { readErrorText } from '@crossvault/client-kit';
import { readUpstreamId } from '@crossvault/core/errors';
import { isJsonObject, joinSentences } from '@crossvault/core/wire';
import { licenceSentence } from './refusal.ts';

/** The text of an error answer, the session that it names, and what it says of the licence. */
export function readProblem(body: unknown): string | null {
  if (!isJsonObject(body)) return null;
  const { sessionId } = body;
  const session = typeof sessionId === 'string' ? readUpstreamId(sessionId) : undefined;
  const more = [
    session === undefined ? null : `It names the session ${session}.`,
    body['licenseAgreementAcceptanceRequired'] === true ? licenceSentence : null,
  ].filter((sentence) => sentence !== null);
  const words = readErrorText(body);
  return more.length === 0 ? words : joinSentences(words, ...more);
}
