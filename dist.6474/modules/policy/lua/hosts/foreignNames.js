const decideOrScale = 'A policy reads observation.metrics and returns a count, or calls dryscale.scale_to(n).';
const oneFile = 'A policy is one file; return a table instead.';
/** Globals that other programs give to their scripts, and what to write here. */
const foreignGlobals = [
    { names: ['redis', 'KEYS', 'ARGV'], text: `of Redis, which runs scripts inside its server. ${decideOrScale}` },
    { names: ['wrk'], text: 'of the load generator wrk. Describe the load under traffic: in the scenario.' },
    { names: ['sysbench'], text: 'of the benchmark sysbench. Describe the load under traffic: in the scenario.' },
    { names: ['obj'], text: `of Argo CD, whose health checks get a resource as obj. ${decideOrScale}` },
    { names: ['kong'], text: `of the Kong gateway, whose plugins see requests. ${decideOrScale}` },
    { names: ['request_handle', 'response_handle'], text: `of Envoy, whose filters see requests. ${decideOrScale}` },
    { names: ['lighty'], text: `of lighttpd, whose scripts see requests. ${decideOrScale}` },
    { names: ['box'], text: `of the database Tarantool. ${decideOrScale}` },
    { names: ['freeswitch'], text: `of FreeSWITCH. ${decideOrScale}` },
    { names: ['vim'], text: `of Neovim. ${decideOrScale}` },
    {
        names: ['ffi', 'jit'],
        text: "of LuaJIT: this is Lua 5.3, without C. Use bit, which is here, and Lua's own functions.",
    },
    { names: ['setfenv'], text: 'of Lua 5.1; this is 5.3: give load a table as its fourth argument.' },
    { names: ['getfenv'], text: 'of Lua 5.1; this is 5.3: the environment is the variable _ENV.' },
    { names: ['module'], text: `of Lua 5.1; this is 5.3. ${oneFile}` },
    { names: ['newproxy'], text: 'of Lua 5.1; this is 5.3: give a table a metatable.' },
    { names: ['arg'], text: 'of a stand-alone lua command. Use parameters: --policy file.lua?name=value.' },
];
/** Names that say that a file was written for another program. */
export const foreignNames = foreignGlobals.flatMap(({ names }) => names);
/** Modules of C, which no policy can load, and pure ones with something here that does the same. */
const foreignModules = {
    ffi: 'is LuaJIT\'s way to C, which a policy has not. For bits there is require("bit")',
    jit: "is LuaJIT's own. This is Lua 5.3",
    lfs: 'reads the file system, which a policy has not',
    lpeg: 'is a C library, which a policy cannot load. Use string.match and string.gmatch',
    luv: 'is a C library, which a policy cannot load. To wait, use os.execute("sleep N") or require("socket").sleep(n)',
    posix: 'is a C library, which a policy cannot load. To wait, use os.execute("sleep N") or require("socket").sleep(n)',
    redis: 'talks to a Redis server, which the simulation has not. Keep state in context.state or a local table',
    'resty.redis': 'talks to a Redis server, which the simulation has not. Keep state in ngx.shared or a local table',
    'resty.mysql': 'talks to a database, which the simulation has not. Keep state in ngx.shared or a local table',
    dkjson: 'is not here; require("cjson") is, with encode and decode',
    json: 'is not here; require("cjson") is, with encode and decode',
};
/** Whose a global is that the policy used and that does not exist here; undefined for a name we know nothing of. */
export function foreignGlobal(name) {
    const found = foreignGlobals.find(({ names }) => names.includes(name));
    return found && `${name} is a name ${found.text}`;
}
/** Adds to Lua's message on an absent global whose it is, if that is known. */
export function explainGlobal(message) {
    const name = /\(global '([^']+)'\)/.exec(message)?.[1];
    const text = name === undefined ? undefined : foreignGlobal(name);
    return text === undefined ? message : `${message}. ${text}`;
}
/** Why there is no such module, and what to do. */
export function explainModule(name, known) {
    const why = Object.hasOwn(foreignModules, name) ? foreignModules[name] : undefined;
    if (why !== undefined)
        return `module '${name}' ${why}.`;
    const shown = name.slice(0, 100);
    return (`module '${shown}' is not here, and a policy is one file: put yours into it as ` +
        `package.preload["${shown}"] = function(...) <its text> end, by hand or with amalg.lua. There are: ${near(name, known)}.`);
}
/** The modules of the same library, else those that are a library of their own. */
function near(name, known) {
    const library = name.split('.')[0];
    const same = known.filter((one) => one.startsWith(`${library}.`));
    return (same.length > 0 ? same : known.filter((one) => !one.includes('.'))).join(', ');
}
/** Files that other programs call by the names of their functions: what such a file is. */
const entryPoints = [
    { name: 'envoy_on_request', text: 'a filter of Envoy' },
    { name: 'envoy_on_response', text: 'a filter of Envoy' },
    { name: 'thread_init', text: 'a benchmark of sysbench' },
];
/** What kind of foreign file a file is by the global functions it defines; undefined where they tell nothing. */
export function foreignFile(hasGlobal) {
    const found = entryPoints.find(({ name }) => hasGlobal(name));
    return found && `defines ${found.name}: it is ${found.text}, not a policy. ${decideOrScale}`;
}
