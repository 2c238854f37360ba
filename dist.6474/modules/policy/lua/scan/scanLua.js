import { walkLua } from './walkLua.js';
/** Reads a policy's text, without running it. */
export function scanLua(code) {
    const uses = [];
    const urls = new Lines();
    const unreadFromLine = walkLua(code, {
        name: (use) => uses.push(withoutG(use)),
        text: (text, line) => {
            if (/^https?:\/\/\S/.test(text))
                urls.add(text, line);
        },
    });
    const defined = new Set(uses
        .filter(({ module, names, isWrite }) => isWrite && module === undefined && names.length === 1)
        .map(({ names }) => names[0]));
    const [modules, environment] = [new Lines(), new Lines()];
    const computed = [];
    const paths = new Map();
    for (const use of uses) {
        const { line, call } = use;
        const asked = call && askedOf(use, call);
        if (asked?.of === 'require')
            asked.name === undefined ? computed.push(line) : modules.add(asked.name, line);
        if (asked?.of === 'os.getenv' && asked.name !== undefined)
            environment.add(asked.name, line);
        if (use.module === undefined ? !defined.has(use.names[0]) : use.names.length > 0)
            addPath(paths, use);
    }
    return {
        modules: modules.all,
        computedModules: computed,
        environment: environment.all,
        urls: urls.all,
        paths: [...paths.values()],
        unreadFromLine,
    };
}
/** `_G.print` is `print`. */
function withoutG(use) {
    const isOfG = use.module === undefined && use.names[0] === '_G' && use.names.length > 1;
    return isOfG ? { ...use, names: use.names.slice(1) } : use;
}
/** The text that a call of require or os.getenv asks for, made directly or by pcall. */
function askedOf(use, call) {
    const of = use.module === undefined ? use.names.join('.') : `${use.module}.${use.names.join('.')}`;
    if (of === 'require' || of === 'os.getenv')
        return { of, name: call[0]?.text };
    const inner = call[0]?.path;
    if (of === 'pcall' && inner?.module === undefined && inner?.names.join('.') === 'require') {
        return { of: 'require', name: call[1]?.text };
    }
    return undefined;
}
function addPath(paths, { module, names, line }) {
    const name = [...(module === undefined ? [] : [module]), ...names].join('.');
    const key = `${module === undefined ? 'global' : 'module'} ${name}`;
    const known = paths.get(key);
    if (known === undefined)
        paths.set(key, { ...(module === undefined ? {} : { module }), names, name, lines: [line] });
    else if (!known.lines.includes(line))
        known.lines.push(line);
}
class Lines {
    #byName = new Map();
    add(name, line) {
        const lines = this.#byName.get(name) ?? [];
        this.#byName.set(name, lines);
        if (!lines.includes(line))
            lines.push(line);
    }
    get all() {
        return [...this.#byName].map(([name, lines]) => ({ name, lines }));
    }
}
