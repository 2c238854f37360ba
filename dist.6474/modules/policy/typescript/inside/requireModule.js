/**
 * The `require` of a policy: those modules of Node that compute and nothing else, made anew for each realm; every function of
 * another says why it is not there.
 *
 * Runs inside the realm, by its text.
 */
export function requireModule(world, shelf, { refuse, assertModule, cryptoModule }) {
    const { Error: Failure, Object: objects, String: text, TypeError: WrongType } = world;
    const { replace, split } = world.String.prototype;
    const { apply } = world.Reflect;
    const pathModule = () => {
        const made = { sep: '/', delimiter: ':' };
        for (const name of ['basename', 'dirname', 'extname', 'isAbsolute', 'join', 'normalize', 'relative', 'resolve']) {
            made[name] = (...values) => {
                for (let index = 0; index < values.length; index++) {
                    if (typeof values[index] !== 'string')
                        throw new WrongType(`path.${name}: each argument is a text`);
                }
                return shelf.path(name, values); // safe: just looked at
            };
        }
        made.posix = made;
        return made;
    };
    const makers = {
        process: () => world.process,
        perf_hooks: () => ({ performance: world.performance }),
        path: pathModule,
        util: () => ({
            format: (...values) => shelf.format(values),
            inspect: (value) => shelf.format(['%O', value]),
            isDeepStrictEqual: (a, b) => shelf.isDeepStrictEqual(a, b),
        }),
        crypto: () => cryptoModule(world, shelf),
        assert: () => assertModule(world, shelf),
    };
    const refusedModule = (id, name) => {
        const names = shelf.namesOf(id);
        if (names === undefined)
            throw new Failure(`cannot import "${id}": it was not found beside the policy`);
        const refused = {};
        const why = 'a policy reads nothing of the machine, so that every run gives the same. Import data as a file (import data from "./data.json"), or make it a parameter';
        const keys = apply(split, names, [',']);
        for (let index = 0; index < keys.length; index++) {
            refused[keys[index]] = refuse({ name: `${name}.${keys[index]}`, why });
        }
        return refused;
    };
    const made = objects.create(null);
    return (wanted) => {
        const id = text(wanted);
        const name = apply(replace, id, ['node:', '']);
        made[name] ??= objects.hasOwn(makers, name) ? makers[name]() : refusedModule(id, name);
        return made[name];
    };
}
