import { holdsKnown, knownSecretsVersion } from '@crossvault/core/internal';
import { type JobText, jobTextVersion, joinJobText, parseJobText, renderJob } from '@crossvault/core/store';
import { hideInJob } from '../connections/redact-records.ts';

/** Texts that are remembered; after so many others a text is searched again. */
const mostTexts = 8192;

interface Searched {
  readonly text: string;
  /** `knownSecretsVersion` of its connection when it was searched. */
  readonly version: number;
}

/** Finds secrets in stored texts that became known only after the texts were written. */
export interface SearchedTexts {
  /** Whether the text of a job holds a secret that is known by now. */
  holdsSecret(id: string, connection: string, text: string): boolean;
}

/** A text without a secret is not searched again before another secret of its connection becomes known. */
export function createSearchedTexts(): SearchedTexts {
  let recent = new Map<string, Searched>();
  let earlier = new Map<string, Searched>();
  return {
    holdsSecret(id, connection, text) {
      const version = knownSecretsVersion(connection);
      const known = recent.get(id) ?? earlier.get(id);
      if (known?.version !== version || known.text !== text) {
        if (holdsKnown(text, connection)) return true;
      } else if (recent.has(id)) {
        return false;
      }
      if (recent.size >= mostTexts / 2) [recent, earlier] = [new Map(), recent];
      recent.set(id, { text, version });
      return false;
    },
  };
}

interface StoredText {
  readonly id: string;
  readonly connection: string;
  /** `tasks` is null where they are not sent. */
  readonly text: Pick<JobText, 'document'> & { readonly tasks: string | null };
  readonly textVersion: number;
}

/** A stored text as it is sent: as it is, or redacted and written again where it is of another version or holds a secret. */
export function toSentText(searched: SearchedTexts, { id, connection, text, textVersion }: StoredText): string {
  const { document, tasks } = text;
  const sent = joinJobText(document, tasks, null);
  if (textVersion === jobTextVersion && !searched.holdsSecret(id, connection, sent)) return sent;
  const job = hideInJob(parseJobText({ document, tasks: tasks ?? '[]' }));
  return renderJob(job, { tasks: tasks !== null, raw: null });
}
