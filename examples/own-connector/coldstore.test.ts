import { Secret } from '@crossvault/core';
import { describeConnector } from '@crossvault/testkit';
import coldstore from './coldstore.ts';
import { createFakeColdstore } from './fake-coldstore.ts';

describeConnector({
  definition: coldstore,
  settings: { baseUrl: 'https://coldstore.example', apiKey: new Secret('right') },
  wrongSettings: { apiKey: new Secret('wr0ng-s3cret') },
  open: () => createFakeColdstore(),
  unreadable: { finished: 'soon' },
  inventedStatus: { word: 'frozen', merge: { outcome: 'frozen' } },
  recordWithoutId: { task: 'save', outcome: 'ok', began: '2026-03-01T01:00:00Z' },
  inventedKind: { word: 'defrost', merge: { task: 'defrost' } },
  absentStart: { began: null },
});
