import { type Shape, shapesOf } from './shapes.ts';
import { loadParser, type Subject } from './subject.ts';
import { subjects } from './subjects.ts';

const sizes = [10_000, 100_000, 1_000_000] as const;
/** Ten times the text may take so many times longer: with memory to be had for it, and others on the machine. A square takes a hundred times. */
const mostGrowth = 30;
/** A second for a megabyte is memory, and others on the machine; a square takes minutes for it. */
const floorMs = 1000;
/** What seems to grow too fast is checked so often again. */
const tries = 4;

interface Growth {
  readonly shape: string;
  /** The best of several times for each size; null: not tried, because the sizes before it were too slow already. */
  readonly ms: readonly (number | null)[];
  readonly isLinear: boolean;
}

/** How long it takes: the best of several times where the first seems too long. */
async function bestMs(parse: (text: string) => Promise<void>, text: string, enough: number): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let done = 0; done < tries && best > enough; done += 1) {
    const start = performance.now();
    await parse(text);
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

async function measureGrowth(parse: (text: string) => Promise<void>, shape: Shape): Promise<Growth> {
  const ms: (number | null)[] = [];
  let isLinear = true;
  for (const size of sizes) {
    const before = ms.at(-1) ?? null;
    const most = before === null ? floorMs : Math.max(before * mostGrowth, floorMs);
    const now = isLinear ? await bestMs(parse, shape.make(size), most) : null;
    ms.push(now);
    if (now !== null && now > most) isLinear = false;
  }
  return { shape: shape.name, ms, isLinear };
}

const show = (ms: number | null | undefined): string =>
  (ms === null || ms === undefined ? '-' : ms.toFixed(2)).padStart(9);

/** Of each parser its slowest shape, and every shape whose time grows faster than its text. Gives whether there is none of these. */
export async function runAdversarial(write: (line: string) => void): Promise<boolean> {
  write(
    `Milliseconds for texts of ${sizes.map((size) => `${size / 1000} kB`).join(', ')}; of each parser its slowest text.\n`,
  );
  let faults = 0;
  let texts = 0;
  for (const subject of subjects) {
    const growths = await measureSubject(subject);
    texts += growths.length;
    const slowest = growths.reduce((one, other) => ((other.ms.at(-1) ?? 0) > (one.ms.at(-1) ?? 0) ? other : one));
    const broken = growths.filter(({ isLinear }) => !isLinear);
    faults += broken.length;
    for (const { shape, ms, isLinear } of broken.length > 0 ? broken : [slowest]) {
      const verdict = isLinear ? '' : '  GROWS FASTER THAN ITS TEXT';
      write(`${subject.name.padEnd(24)}${ms.map(show).join('')}  ${shape.slice(0, 40)}${verdict}`);
    }
  }
  write(`\n${subjects.length} parsers, ${texts} texts of three sizes, ${faults} grow faster than their text.`);
  return faults === 0;
}

async function measureSubject(subject: Subject): Promise<readonly Growth[]> {
  const parse = await loadParser(subject);
  const growths: Growth[] = [];
  for (const shape of shapesOf(subject.frame, subject.parts ?? [])) growths.push(await measureGrowth(parse, shape));
  return growths;
}
