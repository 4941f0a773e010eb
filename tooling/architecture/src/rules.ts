import { findAny, findCasts, findLeftovers, findSilencedTests } from './code-rules.ts';
import { findAskingCommands, findDeadLinks, findLongWay, findStaleArchitecture } from './document-rules.ts';
import { findHeavyClients, findInnerImports, findMappingAscents, findRunnerImports } from './entry-rules.ts';
import { findDrawers, findLongFiles, findMachinePaths } from './file-rules.ts';
import { findCoreAscents, findCrowdedFolders, findDialect, findNamesakes } from './folder-rules.ts';
import {
  findAppShortcuts,
  findContractImports,
  findDeepImports,
  findEagerImports,
  findEngineEscapes,
  findGeneratedLeaks,
  findSharedJudgement,
  findUndeclaredImports,
  findUnshippedImports,
  findVendorNeighbours,
  findVendorWords,
} from './import-rules.ts';
import {
  findForbiddenDependencies,
  findForbiddenImports,
  findShippedTooling,
  findTableAscents,
  findTableGaps,
} from './layer-rules.ts';
import { findBuildGaps, findMissingEntries, findOtherLicences, findUnmirroredEntries } from './manifest-rules.ts';
import { findLongReadme, findReadmeGaps, findReadmesWithoutExample } from './readme-rules.ts';
import { findVendorGaps, findWideVendors } from './vendor-folder-rules.ts';
import type { Workspace } from './workspace.ts';

/** A sentence that is true of the repository, and how its breaches are found: one text each, with the file's name. */
export interface Rule {
  readonly sentence: string;
  readonly findBreaches: (workspace: Workspace) => readonly string[];
}

const rule = (sentence: string, findBreaches: Rule['findBreaches']): Rule => ({ sentence, findBreaches });

export const rules: readonly Rule[] = [
  rule('every package stands in the layer table, and the table names nothing else', findTableGaps),
  rule('the layer table only looks down', findTableAscents),
  rule('source imports only the packages that the layer table permits', findForbiddenImports),
  rule('manifests depend only on the packages that the layer table permits', findForbiddenDependencies),
  rule('nothing that is published depends on tooling', findShippedTooling),

  rule('source imports only what its manifest declares', findUndeclaredImports),
  rule('what is shipped imports nothing that is kept back for tests', findUnshippedImports),
  rule('a package is imported through its exports, never through its folders', findDeepImports),
  rule('the contract imports zod and nothing else, and looks at nothing around it', findContractImports),
  rule('the engine and the store know no vendor, no HTTP library and no environment', findEngineEscapes),
  rule('a vendor knows no other vendor', findVendorNeighbours),
  rule('vendors, stores, the testkit, examples and READMEs import no internal entry point', findInnerImports),
  rule("a vendor's client loads no mapping, no connector, and of core no model", findHeavyClients),
  rule('the fakes of the testkit load no test runner', findRunnerImports),
  rule("a vendor's mapping imports nothing of its connector", findMappingAscents),
  rule('an app knows neither a vendor nor the kit of the vendors', findAppShortcuts),
  rule('the simulators share no code with what is judged by them', findSharedJudgement),
  rule('the command loads the facade and the simulators only when they are needed', findEagerImports),
  rule("no vendor's id is a text in shared code", findVendorWords),
  rule("a vendor's generated types are read by its client and its wire schemas alone", findGeneratedLeaks),

  rule("every vendor's folder has the files that all of them have", findVendorGaps),
  rule("a vendor's package exports its definition and the type of its configuration", findWideVendors),

  rule('what a manifest exports or starts is there', findMissingEntries),
  rule('what is published is what is exported, built', findUnmirroredEntries),
  rule('every manifest names the licence Apache-2.0', findOtherLicences),
  rule('every published package is built after those that it depends on', findBuildGaps),

  rule('every package has a README of at most 60 lines', findReadmeGaps),
  rule('every README has an example in TypeScript', findReadmesWithoutExample),
  rule('docs/architecture.md is one page, and what it names is there', findStaleArchitecture),
  rule('the way from an endpoint to a mapper is at most five files long', findLongWay),
  rule('every command that starts npx answers its question with -y', findAskingCommands),
  rule('a link of a page leads to a page or a heading that is there', findDeadLinks),

  rule('README.md is one page', findLongReadme),

  rule("no package's src has more than 12 files outside folders", findCrowdedFolders),
  rule('a folder of core imports only from the folders before it', findCoreAscents),
  rule('on the way of a request no two files have one name', findNamesakes),
  rule('files are called by the words of the field', findDialect),
  rule('no file or folder is named like a drawer', findDrawers),
  rule('no shipped file is longer than 250 lines', findLongFiles),
  rule('nothing names a path of one machine', findMachinePaths),

  rule('nothing is typed any', findAny),
  rule('no package casts more often than its ceiling allows', findCasts),
  rule('no comment leaves something for later', findLeftovers),
  rule('every test runs, and none runs alone', findSilencedTests),
];
