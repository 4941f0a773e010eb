/** One block of a PEM file, with its first and last line and its label. */
export interface PemBlock {
  readonly pem: string;
  readonly label: string;
}

const labelPattern = /^([A-Z0-9 ]{1,64})-----/;
const longestLabel = 70;
const [begin, end] = ['-----BEGIN ', '-----END '];

/**
 * The blocks of a text, each up to the first end after its beginning. One that ends under another label is none. Looks for
 * each end from its own beginning on, so the text is walked through once.
 */
export function readPemBlocks(text: string): readonly PemBlock[] {
  const blocks: PemBlock[] = [];
  for (let start = text.indexOf(begin); start !== -1; ) {
    const stop = text.indexOf(end, start);
    if (stop === -1) break;
    // A block that never ended stands in front of the one that did.
    const from = text.lastIndexOf(begin, stop);
    const label = labelAt(text, from + begin.length);
    const whole = `${end}${label ?? ''}-----`;
    if (label !== null && text.startsWith(whole, stop)) {
      blocks.push({ pem: text.slice(from, stop + whole.length), label });
    }
    start = text.indexOf(begin, stop + end.length);
  }
  return blocks;
}

const labelAt = (text: string, at: number): string | null =>
  labelPattern.exec(text.slice(at, at + longestLabel))?.[1] ?? null;
