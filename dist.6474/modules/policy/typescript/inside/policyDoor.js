/**
 * Calls the policy, and gives what it returns or throws as data.
 *
 * Runs inside the realm, by its text: what it took from the realm, it took before the policy could change it.
 */
export function policyDoor(world, show, pictures) {
    const { freeze, keys } = world.Object;
    const { isArray } = world.Array;
    const { tell, fieldsOf, returned, thrown } = pictures;
    let definition;
    let context;
    let note;
    const isDefinition = (value) => typeof value === 'object' && value !== null && 'decide' in value && typeof value.decide === 'function';
    const defined = (found) => {
        definition = found;
        const { name, every, params } = found;
        const isMap = typeof params === 'object' && params !== null && !isArray(params);
        const paramsByName = isMap ? fieldsOf(params, keys(params)) : undefined;
        return { type: 'definition', name: tell(name), every: tell(every), params: tell(params), paramsByName };
    };
    const exported = (exports) => {
        const isMap = (typeof exports === 'object' || typeof exports === 'function') && exports !== null;
        const all = (isMap ? exports : {}); // safe: every object has names
        const standard = all.default;
        if (isDefinition(standard))
            return defined(standard);
        if (isDefinition(all))
            return defined(all);
        let names = '';
        const found = keys(all);
        for (let index = 0; index < found.length; index++) {
            if (found[index] !== '__esModule')
                names += names === '' ? found[index] : `, ${found[index]}`;
        }
        return { type: 'exports', names, hasDefault: 'default' in all, standard: tell(standard) };
    };
    return {
        load(evaluate) {
            try {
                return exported(evaluate());
            }
            catch (value) {
                return thrown(value);
            }
        },
        begin(params, noteRead) {
            context = { params: freeze({ ...params }), state: {} };
            note = noteRead;
        },
        decide(view) {
            try {
                const value = definition.decide(show(view, note), context);
                const isObject = (typeof value === 'object' || typeof value === 'function') && value !== null;
                return isObject ? returned(value) : value; // safe: what is no object is one
            }
            catch (value) {
                return thrown(value);
            }
        },
    };
}
