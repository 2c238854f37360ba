/**
 * Takes away what leads out of the realm, blocks its thread, or tells when memory is collected.
 *
 * Code from text stays in the realm, but for `import(...)`: its promise is rejected with an error of the host's realm.
 * Runs inside the realm, by its text.
 */
export function noCodeOfHost(world, removed) {
    const { Object: objects, Reflect: reflect, String: text, EvalError: Refused } = world;
    const { includes } = world.String.prototype;
    for (let index = 0; index < removed.length; index++)
        reflect.deleteProperty(world, removed[index]);
    const checked = (values) => {
        const texts = [];
        for (let index = 0; index < values.length; index++) {
            // Turned into text once: the next time it might be another.
            const code = text(values[index]);
            if (reflect.apply(includes, code, ['import']))
                throw new Refused('import() is not available in code made from text');
            texts[index] = code;
        }
        return texts;
    };
    const kinds = [() => { }, async () => { }, function* () { }, async function* () { }].map((sample) => objects.getPrototypeOf(sample));
    for (const prototype of kinds) {
        const Real = prototype.constructor; // safe: each kind of function has one
        const Checked = new world.Proxy(Real, {
            apply: (target, self, values) => reflect.apply(target, self, checked(values)),
            construct: (target, values, made) => reflect.construct(target, checked(values), made),
        });
        objects.defineProperty(prototype, 'constructor', { value: Checked, configurable: true });
        if (Real === world.Function) {
            objects.defineProperty(world, 'Function', { value: Checked, writable: true, configurable: true });
        }
    }
    // It sees the globals alone: only the realm's own sees the names around its call.
    const realEval = world.eval;
    objects.defineProperty(world, 'eval', {
        value: (code) => (typeof code === 'string' ? realEval(checked([code])[0]) : code),
        writable: true,
        configurable: true,
    });
}
