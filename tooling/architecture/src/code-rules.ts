import { castCeilings } from './cast-ceilings.ts';
import { type CodeFile, shippedCode, type Workspace } from './workspace.ts';

const ownCode = ({ packages }: Workspace): CodeFile[] =>
  packages.flatMap(({ code }) => code.filter(({ isGenerated }) => !isGenerated));

/** No value gives up its type. */
export function findAny(workspace: Workspace): string[] {
  return ownCode(workspace)
    .filter(({ scanned }) => /(?<![.\w$])any\b(?!\s*[(:?])/.test(scanned.code))
    .map(({ path }) => `${path} says any`);
}

const clauses = /\b(?:import|export)\b[^'"`;=()]*?(?:\bfrom\b|\})/g;

/** Casts with `as` in a file; `as const` and renamed imports are none. */
function countCasts({ scanned }: Pick<CodeFile, 'scanned'>): number {
  return [...scanned.code.replaceAll(clauses, '').matchAll(/(?<=[\w$)\]}>'"`]\s+)as\s+(?!const\b)[\w$({["'`]/g)].length;
}

/** Shipped source casts no more often than the package's ceiling allows. */
export function findCasts(workspace: Workspace): string[] {
  return workspace.packages.flatMap(({ folder }) => {
    const files = shippedCode(workspace, (one) => one.folder === folder).filter(({ isGenerated }) => !isGenerated);
    const counted = files
      .map((file) => ({ path: file.path, casts: countCasts(file) }))
      .filter(({ casts }) => casts > 0);
    const sum = counted.reduce((total, { casts }) => total + casts, 0);
    const ceiling = castCeilings[folder] ?? 0;
    const where = counted.map(({ path, casts }) => `${path} (${casts})`).join(', ');
    return sum > ceiling ? [`${folder} casts ${sum} times, more than ${ceiling}: ${where}`] : [];
  });
}

const leftover = /\b(?:TODO|FIXME|XXX|HACK)\b/;

/** Nothing is left for later. */
export function findLeftovers(workspace: Workspace): string[] {
  return ownCode(workspace).flatMap(({ path, scanned }) =>
    scanned.comments.filter(({ text }) => leftover.test(text)).map(({ text }) => `${path} says ${text.trim()}`),
  );
}

const silenced = /\b(?:test|it|describe|bench|suite)(?:\s*\.\s*\w+)*\s*\.\s*(?:skip|only|todo|fails|skipIf|runIf)\b/;

/** Every test runs, and none runs alone. */
export function findSilencedTests(workspace: Workspace): string[] {
  return ownCode(workspace).flatMap(({ path, scanned }) => {
    const [found] = silenced.exec(scanned.code) ?? [];
    return found === undefined ? [] : [`${path} has ${found}`];
  });
}
