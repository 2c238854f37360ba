/**
 * `node:assert` of a policy.
 *
 * Runs inside the realm, by its text.
 */
export function assertModule(world, shelf) {
    const { Error: Failure, Object: objects, String: text } = world;
    class AssertionError extends Failure {
        name = 'AssertionError';
    }
    const fail = (message, preset) => {
        throw message instanceof Failure ? message : new AssertionError(message === undefined ? preset : text(message));
    };
    const ok = (value, message) => {
        if (!value)
            fail(message, 'the value is not true');
    };
    const check = (isSo, sign) => (a, b, message) => {
        if (!isSo(a, b))
            fail(message, `${shelf.format([a])} ${sign} ${shelf.format([b])} does not hold`);
    };
    const deep = (a, b) => shelf.isDeepStrictEqual(a, b);
    const { is } = objects;
    // biome-ignore lint/suspicious/noDoubleEquals: assert.equal is `==`
    const loose = (a, b) => a == b;
    const not = (isSo) => (a, b) => !isSo(a, b);
    const assert = (value, message) => ok(value, message);
    return objects.assign(assert, {
        AssertionError,
        ok,
        strict: assert,
        fail: (message) => fail(message, 'Failed'),
        equal: check(loose, '=='),
        notEqual: check(not(loose), '!='),
        strictEqual: check(is, '==='),
        notStrictEqual: check(not(is), '!=='),
        deepEqual: check(deep, 'deeply =='),
        deepStrictEqual: check(deep, 'deeply ==='),
    });
}
