import type { PolicyContext } from '../policy/context/context.js';

/** The part of a path that has a value which is no map, and goes on below it. */
export function blockedAt(context: PolicyContext, path: readonly string[]): string | undefined {
  let value: unknown = context;
  for (const [index, key] of path.slice(0, -1).entries()) {
    value = Object.hasOwn(Object(value), key) ? Reflect.get(Object(value), key) : undefined;
    if (value === undefined) return undefined;
    if (typeof value !== 'object' || Array.isArray(value)) return path.slice(0, index + 1).join('.');
  }
  return undefined;
}
