/**
 * A value as a message quotes it, at no great length, whatever its getters, its `toJSON` or its proxy do.
 *
 * Runs inside the realm, by its text.
 */
export function describeInside(world) {
    const { stringify } = world.JSON;
    const { isArray } = world.Array;
    const { keys } = world.Object;
    const { isView } = world.ArrayBuffer;
    /** Longer ones are counted: their text could fill the memory. */
    const longest = 100;
    return (value) => {
        if (typeof value === 'function')
            return 'a function';
        let isList = false;
        try {
            isList = isArray(value) || isView(value);
            const count = isList ? value.length : keys(value).length; // safe: it is an object
            if (count > longest)
                return isList ? `a list of ${count}` : `an object of ${count} fields`;
            const text = stringify(value);
            if (typeof text === 'string')
                return text;
        }
        catch {
            // A cycle, or code of the policy that throws: the kind of thing is all that can be said.
        }
        return isList ? 'a list' : 'an object';
    };
}
