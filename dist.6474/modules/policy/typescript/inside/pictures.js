/**
 * Reads what a policy returns and throws: a getter, a proxy or a `toString` that throws is one more thing thrown.
 *
 * Runs inside the realm, by its text: what it took from the realm, it took before the policy could change it.
 */
export function pictures(world, describe) {
    const { Error: Failure } = world;
    const { isArray } = world.Array;
    const isObject = (value) => (typeof value === 'object' || typeof value === 'function') && value !== null;
    const get = (value, name) => value[name]; // safe: every object has names
    const tell = (value) => 
    // safe: what is no object is a primitive.
    isObject(value) ? { __proto__: null, text: describe(value) } : value;
    const read = (value, name) => {
        try {
            const found = isObject(value) ? get(value, name) : undefined;
            return isObject(found) ? undefined : found; // safe: see tell
        }
        catch {
            return undefined;
        }
    };
    const fieldsOf = (value, names) => {
        const fields = { __proto__: null }; // safe: a map without a prototype
        for (let index = 0; index < names.length; index++) {
            if (names[index] in value)
                fields[names[index]] = tell(get(value, names[index]));
        }
        return fields;
    };
    return {
        tell,
        fieldsOf,
        returned(value) {
            const isPromise = 'then' in value && typeof value.then === 'function';
            const isDecision = typeof value === 'object' && !isArray(value) && 'desired' in value;
            const picture = { type: 'returned', isPromise, parts: undefined };
            if (isPromise || !isDecision) {
                return { ...picture, fields: fieldsOf(value, []), text: isPromise ? '' : describe(value) };
            }
            const fields = fieldsOf(value, ['desired', 'reason', 'rule', 'heldBy']);
            const maximum = 'atMaximum' in value ? value.atMaximum : undefined;
            const parts = isObject(maximum) ? fieldsOf(maximum, ['wanted', 'setting']) : undefined;
            return { ...picture, fields, parts, text: '' };
        },
        thrown(value) {
            let isError = false;
            try {
                isError = value instanceof Failure;
            }
            catch {
                // A proxy: it is described as what it is.
            }
            const stack = read(value, 'stack');
            if (!isError)
                return { type: 'thrown', isError, value: tell(value), stack, name: undefined, message: undefined };
            const [name, message] = [read(value, 'name'), read(value, 'message')];
            return { type: 'thrown', isError, value: undefined, stack, name, message };
        },
    };
}
