/**
 * `structuredClone` of the realm: data, as far as policies keep it.
 *
 * Runs inside the realm, by its text.
 */
export function structuredData(world) {
    const { Object: objects, Array: arrays, Map: Maps, Set: Sets, Date: Dates, TypeError: WrongType } = world;
    const clone = (value, known) => {
        if (typeof value === 'function' || typeof value === 'symbol')
            throw new WrongType('structuredClone: a function is no data');
        if (typeof value !== 'object' || value === null)
            return value;
        if (known.has(value))
            return known.get(value);
        if (value instanceof Dates)
            return new Dates(value.getTime());
        if (value instanceof Maps) {
            const copy = new Maps();
            known.set(value, copy);
            for (const [key, item] of value)
                copy.set(clone(key, known), clone(item, known));
            return copy;
        }
        if (value instanceof Sets) {
            const copy = new Sets();
            known.set(value, copy);
            for (const item of value)
                copy.add(clone(item, known));
            return copy;
        }
        const copy = (arrays.isArray(value) ? [] : {}); // safe: both take keys
        known.set(value, copy);
        for (const [key, item] of objects.entries(value))
            copy[key] = clone(item, known);
        return copy;
    };
    const structuredClone = (value) => clone(value, new Maps());
    objects.defineProperty(world, 'structuredClone', { value: structuredClone, writable: true, configurable: true });
}
