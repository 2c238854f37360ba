/** Key in the options' JSON that stands for a value that is no data. */
export const notDataKey = '@notData';
/** Frames of the script's modules in a stack trace: this and the number of the module. No file is called so. */
export const frameName = 'k6-script-';
/**
 * What runs inside the sandbox before the script: k6's globals, made of nothing but the language itself.
 *
 * `inputText` is `{ env, links, modules, files }` as JSON, `fileText0` and so on the contents of the opened files.
 * No function or object of the host gets in, so there is nothing to climb out by. Modules and files that the script asks
 * for and that are not here are named in the result, and the script is run again with them.
 */
const preludeCode = `'use strict';
const input = JSON.parse(inputText);
delete globalThis.inputText;
const texts = input.files.map((_, index) => {
  const name = 'fileText' + index;
  const text = globalThis[name];
  delete globalThis[name];
  return text;
});
delete globalThis.WebAssembly;
const missingFiles = [];
const missingModules = [];
const traceOf = ({ stack }) => String(stack).slice(0, 10000);
const inert = new Proxy(function () {}, {
  get: (target, key) => {
    if (key === Symbol.toPrimitive) return (hint) => (hint === 'number' ? NaN : '');
    if (key === Symbol.iterator) return function* () {};
    if (key === 'toJSON') return () => notData('a value of a k6 module');
    return key === 'then' ? undefined : inert;
  },
  set: () => true,
  apply: () => inert,
  construct: () => inert,
});
// The same script must give the same scenario every time.
Object.assign(Math, { random: () => 0.5 });
Object.assign(globalThis, {
  inert,
  __ENV: input.env,
  __VU: 0,
  __ITER: 0,
  console: inert,
  setTimeout: inert,
  setInterval: inert,
  clearTimeout: inert,
  clearInterval: inert,
  resolvePath: (path) => String(path),
  open: (path, mode) => {
    const key = (mode === 'b' ? 'b:' : 't:') + String(path);
    const text = texts[input.files.indexOf(key)];
    if (text === undefined) {
      missingFiles.push({ key, stack: traceOf(new Error()) });
      throw new Error('cannot open "' + String(path) + '"');
    }
    if (mode !== 'b') return text;
    const bytes = new Uint8Array(text.length);
    for (let index = 0; index < bytes.length; index++) bytes[index] = text.charCodeAt(index);
    return bytes.buffer;
  },
});
const evaluators = [];
const loaded = [];
let failedImport;
function defineModule(id, evaluate, message, stack) {
  evaluators[id] = evaluate ?? (() => { throw Object.assign(new SyntaxError(message), { stack }); });
}
function load(id) {
  if (loaded[id] !== undefined) return loaded[id].exports;
  const module = loaded[id] = { exports: {} };
  const { json } = input.modules[id];
  if (json !== undefined) module.exports = parseJson(json);
  else evaluators[id](module, module.exports, requireFrom(id));
  return module.exports;
}
const parseJson = JSON.parse;
const requireFrom = (from) => Object.assign((specifier) => {
  const path = String(specifier);
  const key = from + ' ' + path;
  const id = Object.hasOwn(input.links, key) ? input.links[key] : undefined;
  if (id === undefined) missingModules.push({ from, path, stack: traceOf(new Error()) });
  if (id === undefined || id === null) {
    failedImport = new Error('cannot find "' + path + '"');
    throw failedImport;
  }
  const exports = load(id);
  // A module that is only half loaded has its names already; one that is not of this form may have any.
  const names = input.modules[from].names[path] ?? [];
  const isForm = exports !== null && typeof exports === 'object' && exports.__esModule === true;
  const lost = isForm && !input.modules[id].isStub ? names.find((name) => !(name in exports)) : undefined;
  if (lost !== undefined) throw new SyntaxError('"' + path + '" has no export "' + lost + '"');
  return exports;
}, { resolve: resolvePath });
const toJson = JSON.stringify;
const notData = (what) => ({ '${notDataKey}': what });
const asData = (key, value) => {
  if (typeof value === 'number' && !Number.isFinite(value)) return notData(String(value));
  const isForeign = typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint';
  return isForeign ? notData('a ' + typeof value) : value;
};
function readScript() {
  try {
    const exported = Object(load(0));
    const names = Object.keys(exported).filter((name) => name !== '__esModule');
    const { options } = exported;
    return toJson({
      missingFiles,
      missingModules,
      exports: names,
      functions: names.filter((name) => typeof exported[name] === 'function'),
      options,
    }, asData);
  } catch (thrown) {
    let message = 'an error without a message';
    let stack = '';
    const isImport = thrown === failedImport && thrown !== undefined;
    try {
      message = String(thrown instanceof Error ? thrown.name + ': ' + thrown.message : thrown).slice(0, 1000);
      stack = traceOf(thrown);
    } catch {}
    return toJson({ missingFiles, missingModules, error: { message, stack, isImport } });
  }
}`;
/**
 * The thread: makes the sandbox, runs the prelude and the modules in it and posts the one string they give.
 *
 * What Node adds to the language is taken away from the thread first; the sandbox cannot make code from text.
 */
export const sandboxCode = `'use strict';
const { parentPort, workerData } = require('node:worker_threads');
const { createContext, Script } = require('node:vm');
const { data: { env, links, modules, files }, payload } = workerData;
const texts = [];
let byteCount = 0;
for (const { key, length } of files) {
  const bytes = Buffer.from(payload.buffer, byteCount, length);
  texts.push(bytes.toString(key.startsWith('b:') ? 'latin1' : 'utf8'));
  byteCount += length;
}
for (const name of ['process', 'require', 'module', 'exports', 'fetch', 'WebSocket', 'Buffer', 'navigator', 'performance']) {
  try { delete globalThis[name]; } catch {}
}
const sandbox = createContext(Object.create(null), {
  codeGeneration: { strings: false, wasm: false },
  microtaskMode: 'afterEvaluate',
});
const known = modules.map(({ kind, text, names }) => ({ json: kind === 'json' ? text : undefined, names, isStub: kind === 'stub' }));
sandbox.inputText = JSON.stringify({ env, links, modules: known, files: files.map(({ key }) => key) });
for (const [index, text] of texts.entries()) sandbox['fileText' + index] = text;
const define = new Script(${JSON.stringify(`${preludeCode}\ndefineModule;`)}).runInContext(sandbox);
const head = '(function (module, exports, require) {';
for (const [id, { kind, text }] of modules.entries()) {
  if (kind === 'json') continue;
  try {
    const script = new Script(head + text + '\\n})', { filename: '${frameName}' + id, columnOffset: -head.length });
    define(id, script.runInContext(sandbox));
  } catch (thrown) {
    define(id, undefined, String(thrown.message), 'at ' + String(thrown.stack).split('\\n')[0] + ':1');
  }
}
const result = new Script('readScript()').runInContext(sandbox);
parentPort.postMessage(typeof result === 'string' ? result : '');
`;
