import { foreignGlobal } from '../../policy/lua/hosts/foreignNames.js';
import { hosts } from '../../policy/lua/hosts/hosts.js';
import { probeNames } from '../../policy/lua/scan/probeNames.js';
/** What a Lua policy's text takes for given, and how that stands. @throws PolicyFault when the text does not parse */
export function usesOfLua(file, uses, env) {
    const { modules, paths } = probeNames(file, uses);
    return [
        ...modules.map((standing, index) => moduleUse(standing, uses.modules[index])),
        ...uses.computedModules.map(computedUse),
        ...paths.flatMap((standing, index) => pathUse(standing, uses.paths[index])),
        ...uses.environment.map((named) => environmentUse(named, env)),
    ];
}
function moduleUse({ status, name, advice }, { lines }) {
    const use = { kind: 'module', name, lines: [...lines] };
    // The list of modules there are is for who meets the error; here it would stand in every row.
    return status === 'simulated' ? { ...use, status } : { ...use, status, note: advice.replace(/ There are: .*$/s, '') };
}
function computedUse(line) {
    const note = 'its name is computed: a run shows which module it asks for';
    return { kind: 'module', name: 'require(...)', status: 'named', lines: [line], note };
}
const hostGlobals = new Set(hosts.flatMap(({ globals }) => Object.keys(globals)));
/** What Lua itself has goes without saying; functions of hosts and modules, and what is not there, do not. */
function pathUse({ status, name, advice, isConstant }, { lines, module, names }) {
    const use = { name, lines: [...lines] };
    if (status === 'refused')
        return [{ kind: 'function', ...use, status, note: advice }];
    if (status === 'unknown') {
        if (name.includes('.') || module !== undefined)
            return [{ kind: 'function', ...use, status, note: advice }];
        return [{ kind: 'global', ...use, status, note: foreignGlobal(name) ?? advice }];
    }
    const isOfHost = module === undefined ? hostGlobals.has(names[0]) && names.length > 1 : true;
    return isOfHost && isConstant !== true ? [{ kind: 'function', ...use, status: 'simulated' }] : [];
}
function environmentUse({ name, lines }, env) {
    const use = { kind: 'environment', name, lines: [...lines] };
    if (Object.hasOwn(env, name))
        return { ...use, status: 'given', note: 'from policyEnv' };
    return { ...use, status: 'unset', note: `set it in the scenario: policyEnv: { ${name}: ... }` };
}
