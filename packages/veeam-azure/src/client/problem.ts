import { readErrorText } from '@crossvault/client-kit';
import { isJsonObject, joinSentences } from '@crossvault/contract';
import { licenceSentence } from './refusal.ts';

/** The text of an error answer, the session that it names, and what it says of the licence. */
export function readProblem(body: unknown): string | null {
  if (!isJsonObject(body)) return null;
  const session = body['sessionId'];
  const more = [
    typeof session === 'string' && session !== '' ? `It names the session ${session}.` : null,
    body['licenseAgreementAcceptanceRequired'] === true ? licenceSentence : null,
  ].filter((sentence) => sentence !== null);
  const words = readErrorText(body);
  return more.length === 0 ? words : joinSentences(words, ...more);
}
