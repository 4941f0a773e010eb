/** One way to do a benchmark's work. */
export interface Candidate {
  readonly name: string;
  /**
   * Loads what it needs and gives the work. Each candidate is loaded in a process of its own, so that none pays for the
   * code and the garbage of another.
   */
  load(input: Buffer): Promise<Work>;
}

/** Does the work once and says how many things came out of it: too few, and the measurement is void. */
export type Work = () => Promise<number>;

/** Several ways to do the same work, of which one is what the others are compared with. */
export interface Benchmark {
  readonly name: string;
  /** What is done, in one sentence. */
  readonly title: string;
  /** What every candidate is given, with so many things in it; made once a run. Every candidate must make as many of it. */
  makeInput(things: number): Promise<Buffer>;
  /** The first is the baseline. */
  readonly candidates: readonly [Candidate, ...Candidate[]];
  /** Which ratios of processor time have an aim. */
  readonly aims: readonly CandidateAim[];
}

/** The processor time of a candidate, as a multiple of another's. */
export interface CandidateAim {
  readonly candidate: string;
  readonly against: string;
  readonly most: number;
}

/** The candidate's name is its address within its benchmark. */
export function findCandidate(benchmark: Benchmark, name: string): Candidate {
  const candidate = benchmark.candidates.find((each) => each.name === name);
  if (candidate === undefined) throw new RangeError(`${benchmark.name} has no candidate ${name}.`);
  return candidate;
}
