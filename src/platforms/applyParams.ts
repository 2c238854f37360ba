import { nearest } from '../base/nearest.js';
import type { Params } from '../policy/policy.js';

/** A field of a manifest: the keys and indexes that lead to it. */
export type FieldPath = readonly (string | number)[];

/** What came of the parameters that a user gave: names that meant no field, or several. */
export interface AppliedParams {
  readonly value: unknown;
  /** Parameters that this document took. */
  readonly taken: readonly string[];
  /** Parameters that fit several fields, with the paths that tell them apart. */
  readonly ambiguous: readonly { readonly name: string; readonly paths: readonly string[] }[];
}

/**
 * A copy of a document with scalar fields replaced.
 *
 * A parameter is named by the end of a field's path: `minReplicas`, or `scaleUp.policies.0.value` where `value` alone would
 * be several. A field the document leaves out may be set if its platform lists it.
 * @param optional dotted paths of scalar fields that may be absent
 */
export function applyParams(value: unknown, params: Params, optional: readonly string[]): AppliedParams {
  const copy = structuredClone(value);
  const present = scalarPaths(copy);
  const absent = optional
    .map((path): FieldPath => path.split('.'))
    .filter((path) => !present.some((known) => known.join('.') === path.join('.')));
  const taken: string[] = [];
  const ambiguous: { name: string; paths: string[] }[] = [];
  for (const [name, wanted] of Object.entries(params)) {
    const there = present.filter((path) => endsWith(path, name));
    const found = there.length > 0 ? there : absent.filter((candidate) => endsWith(candidate, name));
    const [path, second] = found;
    if (path === undefined) continue;
    taken.push(name);
    if (second !== undefined) ambiguous.push({ name, paths: found.map((candidate) => candidate.join('.')) });
    else setAt(copy, path, wanted);
  }
  return { value: copy, taken, ambiguous };
}

/** The field of a manifest that is most like a name; undefined when none is close. */
export function nearestField(value: unknown, optional: readonly string[], name: string): string | undefined {
  const keys = [...scalarPaths(value).map((path) => String(path.at(-1))), ...optional.map((path) => lastKey(path))];
  return nearest(name, [...new Set(keys)]);
}

function lastKey(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

/** `a.b.c` ends with `c`, `b.c` and `a.b.c`, not with `.c` or `b`. */
function endsWith(path: FieldPath, name: string): boolean {
  const text = path.join('.');
  return text === name || text.endsWith(`.${name}`);
}

function scalarPaths(value: unknown, path: FieldPath = []): FieldPath[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) =>
    scalarPaths(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

function setAt(root: unknown, path: FieldPath, value: unknown): void {
  let holder = root;
  for (const key of path.slice(0, -1)) {
    if (typeof holder !== 'object' || holder === null) return;
    // A null stands for a key that is not there.
    if ((Reflect.get(holder, key) ?? undefined) === undefined) Reflect.set(holder, key, {});
    holder = Reflect.get(holder, key);
  }
  const last = path.at(-1);
  if (typeof holder === 'object' && holder !== null && last !== undefined) Reflect.set(holder, last, value);
}
