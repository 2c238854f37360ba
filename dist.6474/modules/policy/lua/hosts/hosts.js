import { apisix } from './apisix/apisix.js';
import { haproxy } from './haproxy/haproxy.js';
import { luasocket } from './luasocket/luasocket.js';
import { olderLua } from './olderLua/olderLua.js';
import { openresty } from './openresty/openresty.js';
/** The one list of the hosts whose libraries are simulated. */
export const hosts = [openresty, apisix, haproxy, luasocket, olderLua];
/** All their modules, by the name that `require` takes. */
export const hostModules = Object.assign({}, ...hosts.map(({ modules }) => modules));
/** The globals that a policy with this text may use. */
export function hostGlobals(code) {
    return hosts
        .filter((host) => host.isMeant?.(code) ?? true)
        .flatMap(({ globals }) => Object.entries(globals))
        .filter(([name]) => new RegExp(`\\b${name}\\b`).test(code));
}
/** What is to be added to Lua's own libraries for a policy with this text. */
export function hostAdditions(code) {
    return hosts.flatMap(({ additions }) => (additions?.pattern.test(code) ? [additions.add] : []));
}
/** The name of the host without integers that a text is written for. */
export function doublesHost(code) {
    return hosts.find((host) => host.hasDoublesOnly === true && isNamed(host, code))?.name;
}
/** How a file for the hosts that a text is written for comes to run. */
export function hostEntries(code) {
    return hosts.filter((host) => isNamed(host, code)).flatMap(({ entry }) => entry ?? []);
}
/** Whether a text names a global or a module of a host. */
function isNamed({ globals, modules, isMeant }, code) {
    if (isMeant !== undefined && !isMeant(code))
        return false;
    return (Object.keys(globals).some((name) => new RegExp(`\\b${name}\\b`).test(code)) ||
        Object.keys(modules).some((name) => code.includes(`"${name}"`) || code.includes(`'${name}'`)));
}
