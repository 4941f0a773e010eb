import { type CodeFile, vendorFolders, type Workspace } from './workspace.ts';

/** The files of a vendor's folder, the same in all of them. */
export const requiredFiles = (vendor: string): readonly string[] => [
  'README.md',
  'package.json',
  'tsconfig.build.json',
  `openapi/${vendor}.yaml`,
  'openapi/SOURCE.md',
  'src/index.ts',
  'src/config.ts',
  'src/config.test.ts',
  'src/generated/README.md',
  'src/generated/schema.ts',
  'src/client/auth.ts',
  'src/client/client.ts',
  'src/client/index.ts',
  'src/client/problem.ts',
  'src/client/problem.test.ts',
  'src/client/typed-client.ts',
  'src/client/typed-client.test.ts',
  'src/connector/connector.ts',
  'src/connector/connector.test.ts',
  'src/connector/conformance.test.ts',
  'src/mapping/job-answer.ts',
  'src/mapping/index.ts',
  'src/mapping/key.ts',
  'src/mapping/key.test.ts',
  'src/mapping/map-errors.ts',
  'src/mapping/map-job.ts',
  'src/mapping/map-job.test.ts',
  'src/mapping/map-kind.ts',
  'src/mapping/map-kind.test.ts',
  'src/mapping/map-payload.ts',
  'src/mapping/map-payload.test.ts',
  'src/mapping/map-status.ts',
  'src/mapping/map-status.test.ts',
  'src/connector/position.ts',
  'src/connector/position.test.ts',
  'src/connector/probe.ts',
  'src/connector/probe.test.ts',
  'src/mapping/wire.ts',
];

/** Every vendor's folder has the files that all of them have, and answers to test with. */
export function findVendorGaps(workspace: Workspace): string[] {
  return vendorFolders(workspace).flatMap((folder) => {
    const paths = workspace.files.map(({ path }) => path);
    const missing = requiredFiles(folder.slice('packages/'.length)).filter(
      (file) => !paths.includes(`${folder}/${file}`),
    );
    const hasAnswers = paths.some((path) => path.startsWith(`${folder}/src/connector/__fixtures__/`));
    return [...missing, ...(hasAnswers ? [] : ['src/connector/__fixtures__/'])].map(
      (file) => `${folder}/${file} is missing`,
    );
  });
}

/** What a vendor's package exports is its definition and the type of its configuration. */
export function findWideVendors(workspace: Workspace): string[] {
  return vendorFolders(workspace).flatMap((folder) => {
    const index = workspace.packages
      .find((one) => one.folder === folder)
      ?.code.find(({ path }) => path === `${folder}/src/index.ts`);
    if (index === undefined) return [];
    const surface = surfaceOf(index);
    const isNarrow =
      surface.length === 2 &&
      surface.some((each) => /^const \w+: VendorDefinition</.test(each)) &&
      surface.some((each) => /^type \w+Config$/.test(each));
    return isNarrow ? [] : [`${index.path} exports ${surface.join(', ')}`];
  });
}

/** What a file exports: `const acme: VendorDefinition<AcmeConfig>`, `type AcmeConfig`, in the order of its text. */
function surfaceOf({ scanned }: CodeFile): string[] {
  const clauses = /\bexport\s+(?:(type)\s+)?(?:\{([^}]*)\}|(\*)|([^={;]+))/g;
  return [...scanned.code.matchAll(clauses)].flatMap(([, type, names, all, declaration]) => {
    if (names !== undefined) {
      const listed = names.split(',').flatMap((name) => name.trim() || []);
      return listed.map((name) => (type === undefined ? name : `type ${name}`));
    }
    return [all ?? `${type === undefined ? '' : 'type '}${declaration ?? ''}`.trim()];
  });
}
