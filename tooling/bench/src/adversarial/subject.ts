/** A parser of vendors' or callers' texts, by its source file. */
export interface Subject {
  /** From the repository's root: parsers are no part of what packages export. */
  readonly file: string;
  readonly name: string;
  /** What it is called with for a text. @default the text alone */
  toArguments?(text: string): readonly unknown[];
  /** What it takes its time over: a text begins with this, or with nothing, and ends with that, or with nothing. */
  readonly frame?: readonly [head: string, tail: string];
  /** Parts that its patterns begin with or hold, beside those that every parser meets. */
  readonly parts?: readonly string[];
}

type Parser = (text: string) => Promise<void>;

/** What a parser throws is its answer, unless it is broken: then this does. */
export async function loadParser({ file, name, toArguments }: Subject): Promise<Parser> {
  const module: Readonly<Record<string, unknown>> = await import(new URL(`../../../../${file}`, import.meta.url).href);
  const parse = module[name];
  if (typeof parse !== 'function') throw new RangeError(`${file} has no function ${name}.`);
  return async (text) => {
    try {
      await Reflect.apply(parse, undefined, toArguments?.(text) ?? [text]);
    } catch (error) {
      if (error instanceof RangeError) throw error;
    }
  };
}
