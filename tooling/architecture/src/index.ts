export { answerExamples, exampleSecrets } from './answer-example.ts';
export { readRepository } from './read-repository.ts';
export { type Rule, rules } from './rules.ts';
export { type SourceFile, toWorkspace, type Workspace } from './workspace.ts';
