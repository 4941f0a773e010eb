import { failureOf, prepareOptions as prepare } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { call, openActing, share } from '../testing/acting-world.ts';

const answerSchema = z.object({ value: z.array(z.looseObject({ properties: z.looseObject({}) })) });

/** Azure's answers, with these properties in every recovery point. */
const withProperties = (properties: object) => async (request: Request) => {
  const response = await fetch(request);
  if (!new URL(request.url).pathname.endsWith('/recoveryPoints')) return response;
  const { value } = answerSchema.parse(await response.json());
  return Response.json({
    value: value.map((point) => ({ ...point, properties: { ...point.properties, ...properties } })),
  });
};

test.each([
  [
    'in the archive tier',
    { recoveryPointTierDetails: [{ type: 'ArchivedRP', status: 'Valid' }] },
    /archive tier\. Rehydrate it in Azure first/,
  ],
  [
    'that is soft-deleted',
    { recoveryPointProperties: { expiryTime: '2027-01-01T00:00:00Z', isSoftDeleted: true } },
    /soft-deleted\. Undelete it/,
  ],
])('a recovery point %s is not restored: nothing is sent', async (_where, properties, message) => {
  const world = await openActing({ connect: { allow: ['operate', 'destroy'], fetch: withProperties(properties) } });
  try {
    const [point] = await world.items.recoveryPoints(share, call);
    expect(point).toMatchObject({ restorable: false });
    const request = { recoveryPointId: point?.id ?? '', destination: 'original', conflict: 'overwrite' } as const;
    const failure = await failureOf(world.items.restore(share, request, prepare()));
    expect(failure).toMatchObject({ code: 'state-conflict', message: expect.stringMatching(message) });
    const changes = world.vendor.requests.filter(({ method, path }) => method !== 'GET' && !path.includes('/oauth2/'));
    expect(changes).toEqual([]);
  } finally {
    await world.close();
  }
});
