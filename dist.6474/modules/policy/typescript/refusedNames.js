const ends = 'it would exit the simulation. Return from decide instead';
const timers = 'decide is called once per `every`, and nothing runs in between. Keep the time of the next step in context.state';
const network = 'a policy reads its observation and nothing else. Make the value a parameter';
const machine = 'it is of the machine, and every run gives the same everywhere';
const named = (why, owner, names) => names.map((name) => ({ name: `${owner}${name}`, why }));
/** Functions that Node has and a policy has not: calling one says why. */
export const refusedNames = [
    ...named(ends, 'process.', ['exit', 'abort', 'kill', 'reallyExit']),
    ...named(machine, 'process.', [
        'binding',
        'chdir',
        'cpuUsage',
        'dlopen',
        'getuid',
        'memoryUsage',
        'resourceUsage',
        'umask',
    ]),
    ...named(timers, 'process.', ['nextTick', 'on', 'once', 'addListener', 'emit', 'emitWarning', 'removeAllListeners']),
    ...named(timers, '', [
        'setTimeout',
        'setInterval',
        'setImmediate',
        'clearTimeout',
        'clearInterval',
        'clearImmediate',
    ]),
    ...named(timers, '', ['queueMicrotask']),
    ...named(network, '', ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest']),
    ...named('a policy is one function', '', ['Worker', 'MessageChannel', 'BroadcastChannel']),
];
/** Parts of the language that block the thread, leave it, or show when memory is collected. */
export const removedNames = [
    'WebAssembly',
    'SharedArrayBuffer',
    'Atomics',
    'FinalizationRegistry',
    'WeakRef',
    'Temporal',
];
/** Modules of Node that a policy has, or has in part: those that compute and nothing else (`inside/requireModule.ts`). */
export const ownModules = ['assert', 'crypto', 'path', 'perf_hooks', 'process', 'util'];
/** What to say beside `X is not defined`, where Node has an X or the language had one; undefined for any other message. */
export function missingName(message) {
    const name = /^(\w+) is not defined$/.exec(message)?.[1];
    if (name === undefined || !(removedNames.includes(name) || name in globalThis))
        return undefined;
    return `A policy has the language and what dryscale gives it, and ${name} is neither`;
}
