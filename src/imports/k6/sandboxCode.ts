import { exportsName } from './bundleScript.js';

/** Key in the options' JSON that stands for a value that is no data. */
export const notDataKey = '@notData';

/**
 * What runs inside the sandbox before the script: k6's globals, made of nothing but the language itself.
 *
 * `input` is `{ env, files }` as JSON. No function or object of the host gets in, so there is nothing to climb out by;
 * files that \`open\` asks for are named in the result, and the script is run again with them.
 */
export function preludeCode(inputJson: string): string {
  return `'use strict';
const input = JSON.parse(${JSON.stringify(inputJson)});
const missingFiles = [];
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
  require: () => { throw new Error('require of a computed path is not supported: write the path as text'); },
  resolvePath: (path) => String(path),
  open: (path, mode) => {
    const key = (mode === 'b' ? 'b:' : 't:') + String(path);
    const text = Object.hasOwn(input.files, key) ? input.files[key] : undefined;
    if (text === undefined) {
      missingFiles.push(key);
      throw new Error('cannot open "' + String(path) + '"');
    }
    return mode === 'b' ? Uint8Array.from(text, (character) => character.charCodeAt(0)).buffer : text;
  },
});
const toJson = JSON.stringify;
const notData = (what) => ({ '${notDataKey}': what });
const asData = (key, value) => {
  if (typeof value === 'number' && !Number.isFinite(value)) return notData(String(value));
  if (typeof value === 'bigint') return Number(value);
  return typeof value === 'function' || typeof value === 'symbol' ? notData('a ' + typeof value) : value;
};
function readScript(evaluate) {
  try {
    evaluate();
    const names = Object.keys(${exportsName}).filter((name) => name !== '__esModule');
    const { options } = ${exportsName};
    return toJson({
      missingFiles,
      exports: names,
      functions: names.filter((name) => typeof ${exportsName}[name] === 'function'),
      options,
    }, asData);
  } catch (thrown) {
    let message = 'an error without a message';
    let stack = '';
    try {
      message = String(thrown instanceof Error ? thrown.name + ': ' + thrown.message : thrown);
      stack = String(thrown.stack);
    } catch {}
    return toJson({ missingFiles, error: { message, stack } });
  }
}`;
}

/** The script inside a function of one line, so that its lines keep their numbers. */
export function scriptCode(bundle: string): string {
  return `readScript(() => { ${bundle}\nglobalThis.${exportsName} = ${exportsName}; })`;
}

/**
 * The thread: makes the sandbox, runs the two texts in it and posts the one string they give.
 *
 * What Node adds to the language is taken away from the thread first; the sandbox cannot make code from text.
 */
const threadCode = `'use strict';
const { parentPort, workerData } = require('node:worker_threads');
const { createContext, Script } = require('node:vm');
const { prelude, script, frameName } = workerData;
for (const name of ['process', 'require', 'module', 'exports', 'fetch', 'WebSocket', 'Buffer', 'navigator', 'performance']) {
  try { delete globalThis[name]; } catch {}
}
const sandbox = createContext(Object.create(null), {
  codeGeneration: { strings: false, wasm: false },
  microtaskMode: 'afterEvaluate',
});
new Script(prelude).runInContext(sandbox);
const result = new Script(script, { filename: frameName }).runInContext(sandbox);
parentPort.postMessage(typeof result === 'string' ? result : '');
`;

/** The process: reads the task, runs the thread, and watches the memory while the thread is busy. Exit codes as in runSandbox.ts. */
export const supervisorCode = `'use strict';
const { Worker } = require('node:worker_threads');
const chunks = [];
process.stdin.on('data', (chunk) => chunks.push(chunk));
process.stdin.on('end', () => {
  const { task, heapMegabytes, processLimitBytes } = JSON.parse(Buffer.concat(chunks).toString('utf8'));
  const worker = new Worker(${JSON.stringify(threadCode)}, {
    eval: true,
    workerData: task,
    env: {},
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes, stackSizeMb: 4 },
  });
  const look = setInterval(() => {
    if (process.memoryUsage.rss() > processLimitBytes) process.exit(9);
  }, 20);
  let isDone = false;
  worker.on('message', (json) => {
    isDone = true;
    console.log(json);
    clearInterval(look);
    worker.terminate();
  });
  worker.on('error', (thrown) => process.exit(thrown.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 9 : 8));
  worker.on('exit', () => { if (!isDone) process.exit(8); });
});
`;
