/** A policy that does something to the program around it, and what must come of it. */
export interface Attack {
  readonly name: string;
  /** Before `decide`. */
  readonly first?: string;
  /** The body of `decide`, with the observation `o` and the context `c`. */
  readonly body?: string;
  /** The whole file, in place of both. */
  readonly file?: string;
  /** What the fault says; left out for one that decides. */
  readonly says?: RegExp;
}

const decides = 'return 3';

/** Things that change what others compute, where a realm is shared. */
const patches: readonly Attack[] = [
  'Math.log = (x) => 1; Math.exp = () => 2; Math.random = () => 0.5; Math.floor = () => 1',
  'for (const k of Object.getOwnPropertyNames(Math)) try { Math[k] = () => NaN } catch {}',
  'JSON.stringify = () => "{}"; JSON.parse = () => ({})',
  'Array.prototype.push = function () { return 0 }; Array.prototype.map = () => []; Array.prototype.sort = () => []',
  'Array.prototype[Symbol.iterator] = function* () {}',
  'Object.getPrototypeOf([].values()).next = () => ({ done: true })',
  'Object.prototype.length = 3; Object.prototype.type = "done"; Object.prototype.desired = 9',
  'Object.defineProperty(Object.prototype, "0", { set() { throw new Error("set") }, get() { return 7 }, configurable: true })',
  'Object.defineProperty(Object.prototype, "then", { value(f) { f(1) }, configurable: true })',
  'Object.freeze(Array.prototype); Object.freeze(Object.prototype); Object.freeze(Math)',
  'Object.keys = () => []; Object.entries = () => []; Object.assign = () => ({}); Object.freeze = (x) => x',
  'Map.prototype.get = () => undefined; Set.prototype.has = () => true; WeakMap.prototype.get = () => 1',
  'Function.prototype.call = () => 1; Function.prototype.apply = () => 2; Function.prototype.bind = () => () => 3',
  'Number.isFinite = () => true; Number.prototype.toString = () => "x"; isNaN = () => true',
  'String.prototype.slice = () => "x"; String.prototype.split = () => []; String.prototype.indexOf = () => -1',
  'Promise.prototype.then = () => 1; Promise.resolve = () => 2; globalThis.Promise = undefined',
  'Float64Array.prototype.fill = () => 1; Object.getPrototypeOf(Float64Array.prototype).set = () => 1',
  'Symbol.prototype.toString = () => "s"; RegExp.prototype.exec = () => null; RegExp.prototype.test = () => true',
  'Date.now = () => 0; Date.prototype.getTime = () => 0; globalThis.Date = undefined',
  'Error.prototype.toString = () => { throw 1 }; Error.stackTraceLimit = 0; Error.prepareStackTrace = () => { throw 2 }',
  'Reflect.ownKeys = () => []; Reflect.apply = () => 1; globalThis.Reflect = undefined; globalThis.Proxy = undefined',
  'for (const k of Object.getOwnPropertyNames(globalThis)) if (k !== "undefined") try { delete globalThis[k] } catch {}',
].map((first) => ({ name: first, first }));

/** Ways out of the realm, each of which gets the realm's own or nothing. */
const climbs: readonly Attack[] = [
  'o.constructor.constructor',
  'o.metrics.constructor.constructor',
  'o.instances.constructor.constructor',
  'o.history.constructor',
  'o.history("in_flight", "5m").constructor.constructor',
  'o.perInstance.constructor.constructor',
  'o.resources.constructor.constructor',
  'c.constructor.constructor',
  'c.state.constructor.constructor',
  'c.params.constructor.constructor',
  'console.log.constructor',
  'require("node:path").join.constructor',
  'require("node:util").inspect.constructor',
  'process.hrtime.constructor',
  'setTimeout.constructor',
  'globalThis.constructor.constructor',
  'Math.random.constructor',
  'Date.constructor',
  'new Date().constructor.constructor',
  'crypto.randomUUID.constructor',
  '(async () => {}).constructor',
  '(() => { try { o.history("x", "nonsense") } catch (e) { return e.constructor.constructor } })()',
  '(() => { const deep = () => { try { return deep() } catch (e) { return e.constructor.constructor } }; return deep() })()',
  '(() => { const deep = () => { try { deep() } catch (e) { try { o.history("in_flight", "5m"); return Math.random() } catch (f) { throw f } } }; try { deep() } catch (g) { return g.constructor.constructor } return Function })()',
].map((way) => ({
  name: `climbs by ${way}`,
  body: `const make = ${way};
    let found; try { found = make('return typeof process === "object" ? process : undefined')() } catch { found = undefined }
    if (found !== undefined && typeof found.then !== 'function' && found !== process) throw new Error('OUT');
    const host = typeof found === 'object' && found !== null && typeof found.binding === 'function' && found.pid !== 1;
    if (host) throw new Error('OUT');
    return 3;`,
}));

const thrown: readonly Attack[] = [
  ['throw undefined', /thrown value undefined/],
  ['throw null', /thrown value null/],
  ['throw 5', /thrown value 5/],
  ['throw Symbol("x")', /thrown value a symbol/],
  ['throw () => 1', /thrown value a function/],
  ['throw { toString() { throw 1 }, get message() { throw 2 }, get stack() { throw 3 } }', /thrown value/],
  [
    'throw new Proxy({}, { get() { throw 1 }, ownKeys() { throw 2 }, getPrototypeOf() { throw 3 }, has() { throw 4 } })',
    /thrown value an object/,
  ],
  ['throw new Proxy(new Error("x"), { get() { throw new Error("deep") } })', /p\.ts/],
  ['const e = new Error("y"); Object.defineProperty(e, "message", { get() { throw e } }); throw e', /p\.ts/],
  ['const e = new Error("y"); e.stack = { toString() { throw 1 } }; e.name = 5; throw e', /p\.ts: y/],
  ['const p = Proxy.revocable({}, {}); p.revoke(); throw p.proxy', /thrown value an object/],
  ['throw { toJSON() { throw new Error("json") } }', /thrown value an object/],
  ['throw "x".repeat(1e8)', /thrown value "x+\.\.\./],
  ['throw new Error("x".repeat(1e8))', /p\.ts:\d+: x+/],
  ['null.x', /p\.ts:\d+: TypeError: Cannot read/],
  ['(function f() { f() })()', /p\.ts:\d+: RangeError: Maximum call stack/],
].map(([body, says]) => ({ name: `${body}`, body: `${body}`, says: says as RegExp })); // safe: the second of each

const returned: readonly Attack[] = [
  ['return { get desired() { throw new Error("get") } }', /p\.ts:\d+: get/],
  ['return new Proxy({}, { has() { throw new Error("has") } })', /p\.ts:\d+: has/],
  ['return new Proxy({ desired: 3 }, { get(t, k) { if (k === "desired") throw 5; return t[k] } })', /thrown value 5/],
  ['const p = Proxy.revocable({}, {}); p.revoke(); return p.proxy', /TypeError/],
  ['return { desired: { valueOf() { throw 1 }, toJSON() { throw 2 } } }', /the returned value is an object/],
  ['return { desired: new Number(3) }', /the returned value is 3/],
  ['return { then() {} }', /returned a promise/],
  ['return (async () => 3)()', /returned a promise/],
  ['return { desired: 3, reason: { toString() { throw 1 } } }', /the returned reason is/],
  ['return { desired: 3, reason: Symbol("x") }', /the returned reason is a symbol/],
  ['return 10n ** 5n', /100000 \(bigint\)/],
  ['return 1n << 10000000n', /a bigint/],
  ['return new Array(1e9)', /a list of 1000000000/],
  ['return new Uint8Array(1e8)', /a list of 100000000/],
  ['return "x".repeat(1e8)', /"x+\.\.\." \(string\)/],
  ['return Symbol("x")', /a symbol/],
  ['return () => 3', /a function/],
  ['return NaN', /NaN/],
  ['return -1', /-1/],
  ['return { desired: Infinity }', /Infinity/],
].map(([body, says]) => ({ name: `${body}`, body: `${body}`, says: says as RegExp })); // safe: the second of each

const refused: readonly Attack[] = [
  ...['exit(0)', 'abort()', 'kill(process.pid)', 'reallyExit(1)', 'binding("fs")', 'chdir("/")', 'memoryUsage()'],
  ...['on("exit", () => {})', 'nextTick(() => {})', 'dlopen()'],
].map((call): Attack => {
  const name = call.replace(/\(.*/, '');
  return {
    name: `process.${call}`,
    body: `process.${call}`,
    says: new RegExp(`p\\.ts:\\d+: process\\.${name} is not available`),
  };
});

const absent: readonly Attack[] = [
  ['setTimeout(() => {}, 1)', /p\.ts:\d+: setTimeout is not available/],
  ['setInterval(() => {}, 1)', /setInterval is not available/],
  ['setImmediate(() => {})', /setImmediate is not available/],
  ['queueMicrotask(() => {})', /queueMicrotask is not available/],
  ['fetch("http://localhost")', /fetch is not available/],
  ['new WebSocket("ws://localhost")', /WebSocket is not available/],
  ['new Worker("x")', /Worker is not available/],
  [
    'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)',
    /SharedArrayBuffer is not defined|Atomics is not defined/,
  ],
  ['new WeakRef({})', /WeakRef is not defined\. A policy has the language/],
  ['new FinalizationRegistry(() => {})', /FinalizationRegistry is not defined/],
  ['new WebAssembly.Memory({ initial: 1 })', /WebAssembly is not defined/],
  ['process.mainModule.require("fs")', /TypeError/],
  [
    'require("node:fs").readFileSync("/etc/passwd")',
    /fs\.readFileSync is not available in a policy: a policy reads nothing of the machine/,
  ],
  ['require("child_process").execSync("true")', /child_process\.execSync is not available/],
  ['require("node:worker_threads").parentPort.postMessage(1)', /TypeError/],
  ['new (require("vm").Script)("1")', /vm\.Script is not available/],
  ['require("inspector").open()', /inspector\.open is not available/],
  ['require("module").createRequire("/")', /module\.createRequire is not available/],
  ['require(String("nonsense"))', /cannot import "nonsense"/],
  ['require({ toString() { throw new Error("id") } })', /p\.ts:\d+: id/],
].map(([body, says]) => ({ name: `${body}`, body: `${body}`, says: says as RegExp })); // safe: the second of each

const others: readonly Attack[] = [
  { name: 'module state', first: 'let n = 0', body: 'return 2 + (n++ % 5)' },
  { name: 'globals', first: 'globalThis.N ??= 0', body: 'return 2 + (globalThis.N++ % 5)' },
  {
    name: 'registered symbols',
    first: 'Symbol.for("x").description',
    body: 'const k = Symbol.for("n"); globalThis[k] = (globalThis[k] ?? 1) + 1; return globalThis[k] % 5',
  },
  {
    name: 'writes to all it gets',
    body: 'for (const x of [o, o.instances, o.metrics, o.context, o.resources, c]) for (const k of Object.keys(x)) try { x[k] = null } catch {} return 3',
  },
  {
    name: 'keeps observations',
    first: 'const kept = []',
    body: 'kept.push(o); for (const k of kept) k.metrics; return 2 + (kept.length % 3)',
  },
  {
    name: 'modules of Node are its own',
    body: 'const p = require("path"); p.join = () => "x"; Object.getPrototypeOf(p).y = 1; require("util").inspect.defaultOptions = 1; require("process").env2 === undefined; return 3',
  },
  {
    name: 'promises come to their end',
    first: 'let n = 2',
    body: 'Promise.resolve().then(() => { n++ }); return Math.min(n, 5)',
  },
  {
    name: 'lots of the run',
    body: 'return 2 + Math.floor(Math.random() * 5) + (crypto.getRandomValues(new Uint8Array(1))[0] % 3) + require("crypto").randomInt(3)',
  },
  {
    name: 'clocks of the run',
    body: 'return 2 + ((Date.now() / 1000 + performance.now() + process.hrtime()[0] + new Date().getHours()) % 4)',
  },
  { name: 'code from text', body: 'return new Function("return 1 + 1")() + eval("1")' },
  {
    name: 'import() in code from text',
    body: 'return eval("import(\'node:fs\')")',
    says: /import\(\) is not available/,
  },
  { name: 'import() of the file', body: 'import(["fs"][0]).then((fs) => fs.writeFileSync("x", "y")); return 3' },
  {
    name: 'inspect.custom',
    body: 'console.log({ [Symbol.for("nodejs.util.inspect.custom")]() { throw 1 }, get x() { throw 2 } }); return 3',
  },
  {
    name: 'prints what throws',
    body: 'console.log("%s %j %d", { toString() { throw 1 } }, { toJSON() { throw 2 } }, new Proxy({}, { get() { throw 3 } })); return 3',
  },
  {
    name: 'getters that throw where names belong',
    file: 'export default { decide: () => 3, get name() { throw new Error("name") } }',
    says: /name/,
  },
  {
    name: 'a proxy as policy',
    file: 'export default new Proxy({}, { has: () => true, get: (t, k) => (k === "decide" ? () => 3 : undefined) })',
  },
  {
    name: 'a proxy that throws as policy',
    file: 'export default new Proxy({}, { has() { throw new Error("trap") } })',
    says: /p\.ts:\d+: trap/,
  },
  { name: 'a function where a policy belongs', file: 'export default () => 3', says: /default is a function/ },
  {
    name: 'a function as params',
    file: 'export default { params: () => 3, decide: () => 3 }',
    says: /params is a function/,
  },
  {
    name: 'params that throw',
    file: 'export default { params: { get x() { throw new Error("param") } }, decide: () => 3 }',
    says: /param/,
  },
  {
    name: 'params of objects',
    file: 'export default { params: { x: { toJSON() { throw 1 } } }, decide: () => 3 }',
    says: /the parameter "x" is an object/,
  },
  {
    name: 'every of an object',
    file: 'export default { every: { toString: () => "15s" }, decide: () => 3 }',
    says: /every is/,
  },
  {
    name: 'exports that throw',
    file: 'Object.defineProperty(module.exports, "default", { get() { throw new Error("exports") } })',
    says: /exports/,
  },
  {
    name: 'decide that is gone later',
    file: 'export default { decide() { this.decide = undefined; return 3 } }',
    says: /TypeError/,
  },
];

/** What ends within one call. Loops, memory and processes are the pool's to end. */
export const attacks: readonly Attack[] = [
  ...patches,
  ...climbs,
  ...thrown,
  ...returned,
  ...refused,
  ...absent,
  ...others,
];

/** The file of an attack. */
export function attackFile({ first = '', body = decides, file }: Attack): string {
  return file ?? `${first};\nexport default { decide(o, c) {\n${body}\n} };`;
}
