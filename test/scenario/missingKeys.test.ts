import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { ScenarioInput } from '../../src/scenario/schema.js';
import { problemsOf } from '../support/problemsOf.js';
import { root } from '../support/runCli.js';

type Path = readonly (string | number)[];

/** Every key of a document, at every depth. */
function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const own = [...path, Array.isArray(value) ? Number(key) : key];
    return [...(Array.isArray(value) ? [] : [own]), ...pathsOf(inner, own)];
  });
}

function without(document: unknown, path: Path): ScenarioInput {
  const copy = structuredClone(document);
  const last = path[path.length - 1];
  const parent = path.slice(0, -1).reduce<unknown>((value, key) => Reflect.get(Object(value), key), copy);
  Reflect.deleteProperty(Object(parent), last);
  return copy as ScenarioInput; // safe: problemsOf tells what is wrong with it
}

const folders = ['scenarios', 'scenarios/llm'];
const files = folders.flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => join(folder, name)),
);

describe('a key that is left out', { tags: ['ci'] }, () => {
  it.each(files)('has its default or is called missing, wherever it is in %s', (file) => {
    const document: unknown = parse(readFileSync(join(root, file), 'utf8'));
    for (const path of pathsOf(document)) {
      const dotted = path.join('.');
      for (const problem of problemsOf(without(document, path))) {
        if (problem.where.path !== dotted) continue;
        expect(`${dotted}: ${problem.what}`).not.toMatch(/got nothing/);
      }
    }
  });
});
