import { createRequire } from 'node:module';
import { DEFAULT_START_SECONDS } from '../../base/calendarDates.js';
import { openIndexedStream } from '../../random/keyedStream.js';
const RealDate = Date;
const startMs = DEFAULT_START_SECONDS * 1000;
const builtin = createRequire(import.meta.url);
/**
 * Takes from this thread what is another at each run or on each machine: clocks stand still, random numbers are the same
 * ones, the environment is empty, nothing is printed and nothing ends the program.
 *
 * @param frameName what stack traces call the module: Node itself asks, too, and is not told of
 * @param found gets one entry for each thing that the module asks for
 * @returns begins the random numbers anew
 */
export function sameEveryTime(frameName, found) {
    const known = new Set();
    // A stack trace costs some microseconds, and a module may ask a million times.
    let restCount = 1000;
    const asked = (kind, name = '') => {
        const key = `${kind} ${name}`;
        if (known.has(key) || found.length >= 20 || restCount-- <= 0)
            return;
        const stack = String(new Error().stack);
        if (!stack.includes(frameName))
            return;
        known.add(key);
        found.push({ kind, name, stack });
    };
    const stream = openIndexedStream({ seed: 1, replication: 0, owner: 'scenario', purpose: 'module' });
    const restart = () => stream.seek(0, 0);
    const uniform = () => {
        asked('random');
        return stream.uniform();
    };
    replaceClocks(asked);
    Reflect.set(Math, 'random', uniform);
    replaceCrypto(uniform);
    replaceProcess(asked);
    restart();
    return restart;
}
function replaceClocks(asked) {
    const now = () => {
        asked('clock');
        return startMs;
    };
    const date = new Proxy(RealDate, {
        // Called without `new` it gives the text of now.
        apply: () => String(new RealDate(now())),
        construct: (_, parts, target) => Reflect.construct(RealDate, parts.length === 0 ? [now()] : parts, target),
        get: (real, name) => (name === 'now' ? now : Reflect.get(real, name)),
    });
    Reflect.set(globalThis, 'Date', date);
    Reflect.set(RealDate.prototype, 'constructor', date);
    const still = () => now() - startMs;
    for (const owner of new Set([globalThis.performance, builtin('node:perf_hooks').performance])) {
        Object.defineProperty(owner, 'now', { value: still });
        Object.defineProperty(owner, 'timeOrigin', { value: startMs });
    }
    Reflect.set(process, 'hrtime', Object.assign(() => [still(), 0], { bigint: () => BigInt(still()) }));
    Reflect.set(process, 'uptime', still);
}
/** The functions of node:crypto and of the web that give random values. */
function replaceCrypto(uniform) {
    const fill = (target) => {
        const bytes = new Uint8Array(target.buffer, target.byteOffset, target.byteLength);
        for (let index = 0; index < bytes.length; index++)
            bytes[index] = Math.floor(uniform() * 256);
        return target;
    };
    const later = (value, done) => {
        if (typeof done !== 'function')
            return value;
        done(null, value);
        return undefined;
    };
    const randomUUID = () => {
        const hex = Buffer.from(fill(new Uint8Array(16))).toString('hex');
        return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20)].join('-');
    };
    const randomInt = (...bounds) => {
        const [low, high] = typeof bounds[1] === 'number' ? bounds : [0, bounds[0]];
        return later(Number(low) + Math.floor(uniform() * (Number(high) - Number(low))), bounds.at(-1));
    };
    const node = {
        randomUUID,
        randomInt,
        randomBytes: (count, done) => later(Buffer.from(fill(new Uint8Array(count))), done),
        randomFillSync: fill,
        randomFill: (target, ...rest) => later(fill(target), rest.at(-1)),
        getRandomValues: fill,
        pseudoRandomBytes: (count, done) => later(Buffer.from(fill(new Uint8Array(count))), done),
    };
    const module = builtin('node:crypto');
    for (const [name, value] of Object.entries(node)) {
        // Those that cannot be replaced come from `webcrypto`, which is replaced below.
        const isFree = Object.getOwnPropertyDescriptor(module, name)?.configurable === true;
        if (isFree)
            Object.defineProperty(module, name, { value, configurable: true });
    }
    for (const owner of new Set([module.webcrypto, globalThis.crypto])) {
        Object.defineProperty(owner, 'randomUUID', { value: randomUUID });
        Object.defineProperty(owner, 'getRandomValues', { value: fill });
    }
}
/** Ways out of the program; in a thread some would end it without a word. */
const exits = ['exit', 'abort', 'kill', 'reallyExit', '_kill', 'chdir', 'dlopen', 'setuid', 'setgid'];
function replaceProcess(asked) {
    for (const name of exits) {
        Reflect.set(process, name, () => {
            throw new Error(`process.${name} has no place in a scenario`);
        });
    }
    const environment = new Proxy({}, {
        get: (own, name) => {
            if (typeof name !== 'string' || name in own)
                return Reflect.get(own, name);
            asked('environment', name);
            return undefined;
        },
    });
    Object.defineProperty(process, 'env', { value: environment });
    // Nobody reads what it prints.
    for (const name of Object.keys(console))
        Reflect.set(console, name, () => { });
}
