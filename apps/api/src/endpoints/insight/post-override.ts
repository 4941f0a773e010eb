import { findingSchema, type Override } from '@crossvault/core/insight';
import { parseSince } from '@crossvault/core/internal';
import { toOverrideRequest } from '@crossvault/engine';
import { z } from 'zod';
import { actorOf } from '../../http/actor.ts';
import { defineEndpoint, type Endpoint } from '../../http/endpoint.ts';
import { textReadBy } from '../../http/parameter.ts';
import { readSent } from '../../http/sent-body.ts';
import { findingParameters } from './finding-parameters.ts';
import { insightErrors, spanAheadOrInstant } from './insight-parameters.ts';

const why = z.string().min(1).max(500).describe('The reason. It is shown wherever the finding is.');
const until = (description: string) =>
  spanAheadOrInstant()
    .nullable()
    .default(null)
    .meta({ description: `${description} A span ahead such as \`8h\`, or an instant.`, examples: ['8h'] });
const from = textReadBy((text) => parseSince(text, Date.parse('2026-01-01T00:00:00Z'), 'from'))
  .nullable()
  .default(null)
  .meta({
    description:
      'When the span begins: a span back from now such as `12h`, or an instant. Null: with the oldest run on which the finding rests.',
    examples: ['12h'],
  });

const acknowledgement = z
  .strictObject({ why, until: until('When the acknowledgement ends. Null: once the finding is resolved.') })
  .meta({ id: 'AcknowledgeFindingRequest' });
const mute = z.strictObject({ why, until: until('When the mute ends; required.') }).meta({ id: 'MuteFindingRequest' });
const excuse = z
  .strictObject({ why, from, until: until('When the span ends. Null: now.') })
  .meta({ id: 'ExcuseFindingRequest' });

interface OverrideEndpoint {
  readonly kind: Override['kind'];
  readonly summary: string;
  readonly description: string;
  readonly sent: typeof acknowledgement | typeof mute | typeof excuse;
}

const table: readonly OverrideEndpoint[] = [
  {
    kind: 'acknowledge',
    sent: acknowledgement,
    summary: 'Acknowledge one finding',
    description: 'Says that a person takes care of it. It stays listed until its cause is gone.',
  },
  {
    kind: 'mute',
    sent: mute,
    summary: 'Mute the subject of one finding',
    description: 'Findings of the subject are not announced until the mute ends. They stay listed.',
  },
  {
    kind: 'excuse',
    sent: excuse,
    summary: 'Excuse the runs of one finding',
    description: 'Runs of the subject that are due in the span do not count. They stay listed, with the reason.',
  },
];

/** What operators say of findings: each with a reason, and in the name of the caller's key. */
export const overrideEndpoints: readonly Endpoint[] = table.map(({ kind, sent, summary, description }) =>
  defineEndpoint({
    operationId: `${kind}Finding`,
    method: 'post',
    path: `/v1/findings/{id}/${kind}`,
    access: ['operate'],
    summary,
    description,
    tags: ['insight'],
    params: findingParameters,
    query: z.object({}),
    sent,
    response: { description: 'The finding.', schema: findingSchema },
    errors: ['finding-not-found', ...(kind === 'acknowledge' ? (['state-conflict'] as const) : []), ...insightErrors],
    handle({ params: { id }, sent: body }, { engine, actor, now, signal, caller }) {
      const written = {
        from: null,
        ...readSent(sent, body),
        by: actorOf(actor).name,
      };
      const request = toOverrideRequest(kind, written, now());
      const { acknowledgeFinding, muteFinding, excuseFinding } = engine.insight;
      const calls = { acknowledge: acknowledgeFinding, mute: muteFinding, excuse: excuseFinding };
      return calls[kind](id, request, { signal, caller });
    },
  }),
);
