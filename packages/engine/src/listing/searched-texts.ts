import { allSecretsVersion, holdsAnyKnown, holdsKnown, knownSecretsVersion } from '@crossvault/core/internal';
import {
  completeTenant,
  type JobText,
  jobTextVersion,
  joinJobText,
  parseJobText,
  renderJob,
} from '@crossvault/core/store';
import { hideInJob } from '../connections/redact-records.ts';
import { type Tenants, withTenant } from '../connections/tenants.ts';

/** Texts that are remembered; after so many others a text is searched again. */
const mostTexts = 8192;

interface Searched {
  readonly text: string;
  /** `knownSecretsVersion` of its connection when it was searched. */
  readonly version: number;
}

/** Joined pages that are remembered, none of them longer than this. */
const mostPages = 128;
const longestPage = 262_144;

/** Finds secrets in stored texts that became known only after the texts were written. */
export interface SearchedTexts {
  /** Whether the text of a job holds a secret that is known by now. */
  holdsSecret(id: string, connection: string, text: string): boolean;
  /** Whether the text of many jobs may hold a secret of any connection: then each of them has to be looked at. */
  pageHoldsSecret(text: string): boolean;
}

/** A text without a secret is not searched again before another secret of its connection becomes known. */
export function createSearchedTexts(): SearchedTexts {
  let recent = new Map<string, Searched>();
  let earlier = new Map<string, Searched>();
  const pages = new Map<string, number>();
  return {
    pageHoldsSecret(text) {
      const version = allSecretsVersion();
      if (pages.get(text) === version) return false;
      if (holdsAnyKnown(text)) return true;
      if (text.length > longestPage) return false;
      const [oldest] = pages.keys();
      if (pages.size >= mostPages && oldest !== undefined) pages.delete(oldest);
      pages.set(text, version);
      return false;
    },
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
export function toSentText(
  { searched, tenants }: { readonly searched: SearchedTexts; readonly tenants: Tenants },
  { id, connection, text, textVersion }: StoredText,
): string {
  const { tasks } = text;
  const document = completeTenant(text.document, tenants.get(connection) ?? null);
  const sent = joinJobText(document, tasks, null);
  if (textVersion === jobTextVersion && !searched.holdsSecret(id, connection, sent)) return sent;
  const job = withTenant(hideInJob(parseJobText({ document, tasks: tasks ?? '[]' })), tenants);
  return renderJob(job, { tasks: tasks !== null, raw: null });
}
