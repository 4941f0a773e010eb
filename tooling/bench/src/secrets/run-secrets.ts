import { randomBytes } from 'node:crypto';
import { holdToken, redact, Secret } from '@crossvault/core';

const tokens = 10_000;
const mostRedactMs = 1;
const mostGrowthBytes = 16 * 2 ** 20;
const connection = 'azure';

const configured = new Secret('the-password-of-the-configuration');
const texts = [
  'The source answered 503: job 14 of Policy 1 did not start. Try again.',
  JSON.stringify({
    rows: Array.from({ length: 20 }, (_, index) => ({ id: index, name: `vm-${index}`, status: 'Completed' })),
  }),
];

const newToken = (): string => `eyJhbGciOiJSUzI1NiJ9.${randomBytes(1200).toString('base64url')}`;

const turnOfTheLoop = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Bytes that stay once garbage is collected, and what went with it is forgotten: that takes some turns of the loop. */
async function heldBytes(): Promise<number> {
  for (let turn = 0; turn < 10; turn += 1) {
    globalThis.gc?.();
    await turnOfTheLoop();
  }
  return process.memoryUsage().heapUsed;
}

/** The longest that redaction takes, of many times each text. The median of nine: others use the machine too. */
function slowestRedactMs(token: string): number {
  const leaky = [...texts, `it said ${token} and ${configured.reveal()}`];
  return Math.max(
    ...leaky.map((text) => {
      const times = Array.from({ length: 9 }, () => {
        const start = performance.now();
        const safe = redact(text, connection);
        if (safe.includes(token) || safe.includes(configured.reveal())) throw new Error('A secret was not found.');
        return performance.now() - start;
      });
      return times.toSorted((one, other) => one - other)[4] ?? 0;
    }),
  );
}

interface Way {
  readonly name: string;
  /** Makes the next token known, and gives what forgets it: its source calls that when it is replaced. */
  take(token: string): () => void;
}

function makeAndLetGo(token: string): () => void {
  new Secret(token);
  return () => undefined;
}

const ways: readonly Way[] = [
  { name: 'replaced, as a token source does', take: (token) => holdToken(token, connection) },
  { name: 'made as a Secret and let go', take: makeAndLetGo },
];

async function measureWay({ name, take }: Way, write: (line: string) => void): Promise<boolean> {
  let drop = (): void => undefined;
  let token = newToken();
  let earlyMs = 0;
  let early = 0;
  for (let taken = 0; taken < tokens; taken += 1) {
    token = newToken();
    const dropNext = take(token);
    drop();
    drop = dropNext;
    redact(texts[0] ?? '', connection);
    // What is let go is forgotten by the garbage collector, which comes between two turns of the loop.
    if (taken % 100 === 0) await turnOfTheLoop();
    if (taken === tokens / 10) [earlyMs, early] = [slowestRedactMs(token), await heldBytes()];
  }
  const lateMs = slowestRedactMs(token);
  const grown = (await heldBytes()) - early;
  drop();
  write(
    `${tokens} tokens of ${token.length} characters, ${name}: redact takes ${earlyMs.toFixed(3)} ms after a tenth of them and ` +
      `${lateMs.toFixed(3)} ms at the end; the heap grew by ${(grown / 2 ** 20).toFixed(1)} MiB in between.`,
  );
  return lateMs < mostRedactMs && grown < mostGrowthBytes;
}

/** Whether knowing ever new tokens costs neither time nor memory. */
export async function runSecrets(write: (line: string) => void): Promise<boolean> {
  let isGood = true;
  for (const way of ways) isGood = (await measureWay(way, write)) && isGood;
  return isGood;
}
