import { resolve } from 'node:path';
import { isJsonObject, Secret } from '@crossvault/core';
import type { Environment } from '../process/environment.ts';
import { describeInvisibleEdges, withoutEdgeNewlines } from './invisible-characters.ts';
import type { Issue, KeyPath } from './issue.ts';
import { describeOpenMode, readTextFile } from './text-file.ts';

/** Where references are looked up. */
export interface ReferenceSources {
  readonly environment: Environment;
  /** The folder of the configuration file: paths are relative to it. */
  readonly folder: string;
}

/** A value in which every reference is a {@link Secret}, and the faults of the others. */
export interface Resolved {
  readonly value: unknown;
  readonly issues: readonly Issue[];
  /** Warnings. */
  readonly warnings: readonly Issue[];
  readonly found: readonly FoundReference[];
}

/** A reference of the configuration, and whether there is a secret behind it. */
export interface FoundReference {
  readonly path: KeyPath;
  /** As the file has it: `${NAME}`. */
  readonly reference: string;
  readonly resolved: boolean;
}

const variablePattern = /^\$\{([A-Za-z_][A-Za-z0-9_]*)\}$/;
const filePattern = /^\$\{file:([^{}]+)\}$/;

/** Placeholder of a missing secret, so that the other keys of the connection are still checked. */
const placeholder = new Secret('missing');

/** Replaces `${NAME}` and `${file:path}` at any depth. A reference is a whole value, never a part of a text. */
export async function resolveReferences(value: unknown, path: KeyPath, sources: ReferenceSources): Promise<Resolved> {
  if (typeof value === 'string') return resolveText(value, path, sources);
  if (Array.isArray(value)) {
    const items = await Promise.all(value.map((item, index) => resolveReferences(item, [...path, index], sources)));
    return { value: items.map((item) => item.value), ...gather(items) };
  }
  if (!isJsonObject(value)) return { value, issues: [], warnings: [], found: [] };
  const entries = await Promise.all(
    Object.entries(value).map(
      async ([key, inner]) => [key, await resolveReferences(inner, [...path, key], sources)] as const,
    ),
  );
  return {
    value: Object.fromEntries(entries.map(([key, inner]) => [key, inner.value])),
    ...gather(entries.map(([, inner]) => inner)),
  };
}

const gather = (parts: readonly Resolved[]): Omit<Resolved, 'value'> => ({
  issues: parts.flatMap(({ issues }) => issues),
  warnings: parts.flatMap(({ warnings }) => warnings),
  found: parts.flatMap(({ found }) => found),
});

async function resolveText(text: string, path: KeyPath, sources: ReferenceSources): Promise<Resolved> {
  const variable = variablePattern.exec(text)?.[1];
  if (variable !== undefined) {
    const found = Object.hasOwn(sources.environment, variable) ? sources.environment[variable] : undefined;
    if (found !== undefined && found !== '')
      return resolved(found, { text, path, origin: `the environment variable ${variable}` });
    const state = found === undefined ? 'not set' : 'empty';
    return missing(text, path, `refers to the environment variable ${variable}, which is ${state}`);
  }
  const file = filePattern.exec(text)?.[1];
  if (file !== undefined) return readSecretFile(resolve(sources.folder, file.trim()), text, path);
  if (!text.includes('${')) return { value: text, issues: [], warnings: [], found: [] };
  const message =
    'must be one whole reference, ${NAME} or "${file:path}": a reference cannot be a part of a longer text';
  return { value: placeholder, issues: [{ path, message, code: 'configuration-invalid' }], warnings: [], found: [] };
}

async function readSecretFile(file: string, reference: string, path: KeyPath): Promise<Resolved> {
  const read = readTextFile(file);
  if (!read.ok) return missing(reference, path, `refers to the file ${file}, which ${read.reason}`);
  const open = describeOpenMode(read.mode);
  const message = `refers to the file ${file}, which ${open}`;
  const warnings: readonly Issue[] = open === null ? [] : [{ path, message, code: 'configuration-invalid' }];
  return { ...resolved(read.text, { text: reference, path, origin: `the file ${file}` }), warnings };
}

/** Where a secret was found. */
interface Origin {
  /** The reference. */
  readonly text: string;
  readonly path: KeyPath;
  readonly origin: string;
}

function resolved(found: string, { text, path, origin }: Origin): Resolved {
  const secret = withoutEdgeNewlines(found);
  if (secret === '') return missing(text, path, `refers to ${origin}, which is empty`);
  const edges = describeInvisibleEdges(secret);
  if (edges !== null) {
    const message = `refers to ${origin}, whose text ${edges}: remove the invisible character`;
    return {
      value: placeholder,
      issues: [{ path, message, code: 'configuration-invalid' }],
      warnings: [],
      found: [{ path, reference: text, resolved: false }],
    };
  }
  return { value: new Secret(secret), issues: [], warnings: [], found: [{ path, reference: text, resolved: true }] };
}

const missing = (reference: string, path: KeyPath, message: string): Resolved => ({
  value: placeholder,
  issues: [{ path, message, code: 'secret-missing' }],
  warnings: [],
  found: [{ path, reference, resolved: false }],
});
