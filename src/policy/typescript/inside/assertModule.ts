import type { ModuleShelf } from './requireModule.js';

/**
 * `node:assert` of a policy.
 *
 * Runs inside the realm, by its text.
 */
export function assertModule(world: typeof globalThis, shelf: ModuleShelf): object {
  const { Error: Failure, Object: objects, String: text } = world;
  type Same = (a: unknown, b: unknown) => boolean;
  class AssertionError extends Failure {
    override readonly name = 'AssertionError';
  }
  const fail = (message: unknown, preset: string): never => {
    throw message instanceof Failure ? message : new AssertionError(message === undefined ? preset : text(message));
  };
  const ok = (value: unknown, message?: unknown): void => {
    if (!value) fail(message, 'the value is not true');
  };
  const check = (isSo: Same, sign: string) => (a: unknown, b: unknown, message?: unknown) => {
    if (!isSo(a, b)) fail(message, `${shelf.format([a])} ${sign} ${shelf.format([b])} does not hold`);
  };
  const deep: Same = (a, b) => shelf.isDeepStrictEqual(a, b);
  const { is } = objects;
  // biome-ignore lint/suspicious/noDoubleEquals: assert.equal is `==`
  const loose: Same = (a, b) => a == b;
  const not =
    (isSo: Same): Same =>
    (a, b) =>
      !isSo(a, b);
  const assert = (value: unknown, message?: unknown): void => ok(value, message);
  return objects.assign(assert, {
    AssertionError,
    ok,
    strict: assert,
    fail: (message?: unknown) => fail(message, 'Failed'),
    equal: check(loose, '=='),
    notEqual: check(not(loose), '!='),
    strictEqual: check(is, '==='),
    notStrictEqual: check(not(is), '!=='),
    deepEqual: check(deep, 'deeply =='),
    deepStrictEqual: check(deep, 'deeply ==='),
  });
}
