import { type CallOptions, CrossvaultError, parseJobId } from '@crossvault/core';
import { type FindingKind, type FindingView, findingKinds } from '@crossvault/core/insight';
import type { Engine } from '@crossvault/engine';

/** Maximum findings of one name to distinguish. */
const page = { limit: 500, cursor: null };

/** A reference to a finding that is true now: `[<kind>:][<connection>/]<subject>`. */
interface NamedFinding {
  readonly kind: FindingKind | undefined;
  readonly connection: string | undefined;
  readonly name: string;
}

function readReference(reference: string, connectionNames: readonly string[]): NamedFinding {
  const kind = findingKinds.find((each) => reference.startsWith(`${each}:`));
  const place = kind === undefined ? reference : reference.slice(kind.length + 1);
  const connection = connectionNames.find((name) => place.startsWith(`${name}/`));
  return { kind, connection, name: connection === undefined ? place : place.slice(connection.length + 1) };
}

/**
 * A finding by its id, or one that is true now by the name of its subject, where need be with its kind and its connection before it:
 * `missed:azure-prod/vm-1`. Throws `finding-not-found` and `ambiguous-name`.
 */
export async function resolveFinding(
  { insight, connectionNames }: Pick<Engine, 'insight' | 'connectionNames'>,
  reference: string,
  call: CallOptions,
): Promise<FindingView> {
  if (connectionNames.includes(parseJobId(reference)?.connection ?? '')) return insight.finding(reference, call);
  const { kind, connection, name } = readReference(reference, connectionNames);
  const query = {
    subject: [name],
    ...(kind === undefined ? {} : { kind: [kind] }),
    ...(connection === undefined ? {} : { connection: [connection] }),
  };
  const { data } = await insight.findings(query, page, call);
  const [first, ...more] = data;
  if (first !== undefined && more.length === 0) return first;
  if (first === undefined) {
    throw new CrossvaultError({ code: 'finding-not-found', message: `Nothing is found of "${reference}" now.` });
  }
  throw new CrossvaultError({
    code: 'ambiguous-name',
    message: `Several findings have the name "${reference}"; use one of: ${data.map((each) => `"${toReference(each, data)}"`).join(', ')}.`,
  });
}

/** The shortest reference that names one of several: with the kind, with the connection too, else the id. */
function toReference({ id, kind, subject }: FindingView, all: readonly FindingView[]): string {
  const alike = all.filter((each) => each.kind === kind);
  if (alike.length === 1) return `${kind}:${subject.name ?? subject.id}`;
  const here = alike.filter((each) => each.subject.connection === subject.connection);
  return here.length === 1 ? `${kind}:${subject.connection}/${subject.name ?? subject.id}` : id;
}
