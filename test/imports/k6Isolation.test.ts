import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { evaluateScript } from '../../src/imports/k6/evaluateScript.js';
import { temporaryFolder } from '../support/runCli.js';
import { sampled } from '../support/sampled.js';
import { problemsOf } from './importText.js';

/** Loops end sooner than in earnest, and memory has the time it needs on a busy machine. */
let limits = { timeSeconds: 30, heapMegabytes: 64, resultBytes: 5_000_000 };

async function optionsOf(files: Record<string, string>, env: Record<string, string> = {}): Promise<unknown> {
  const { path, remove } = temporaryFolder(files);
  try {
    return (await evaluateScript(join(path, Object.keys(files)[0]), env, limits)).options;
  } finally {
    remove();
  }
}
const script = (text: string) => optionsOf({ 'script.js': text });

describe('what a k6 script may do while its options are read', () => {
  it('imports its own files, JSON among them', async () => {
    const files = {
      'script.js':
        "import { vus } from './part.ts'; import data from './data.json'; export const options = { vus, ...data };",
      'part.ts': 'export const vus: number = 3;',
      'data.json': '{"duration": "5s"}',
    };
    expect(await optionsOf(files)).toEqual({ vus: 3, duration: '5s' });
  });

  it('opens its own files, as text and as bytes', async () => {
    const files = {
      'script.js': `import { SharedArray } from 'k6/data';
        const users = new SharedArray('users', () => JSON.parse(open('./users.json')));
        const bytes = new Uint8Array(open('bytes.bin', 'b'));
        export const options = { vus: users.length, iterations: bytes.length + bytes[0] };`,
      'users.json': '[1, 2, 3]',
      'bytes.bin': 'ab',
    };
    expect(await optionsOf(files)).toEqual({ vus: 3, iterations: 99 });
  });

  it('reads __ENV, and only what --env gives', async () => {
    const files = { 'script.js': 'export const options = { vus: Number(__ENV.VUS), path: __ENV.PATH };' };
    expect(await optionsOf(files, { VUS: '7' })).toEqual({ vus: 7 });
  });

  it('uses modules of k6 and from elsewhere in any way', async () => {
    const text = `import http, { get } from 'k6/http'; import { Trend, Rate } from 'k6/metrics'; import exec from 'k6/execution';
      import { randomIntBetween } from 'https://jslib.k6.io/k6-utils/1.4.0/index.js'; import x from 'k6/x/sql';
      const legacy = require('k6/crypto'); const trend = new Trend('t', true); trend.add(1); class Mine extends Trend {}
      http.setResponseCallback(http.expectedStatuses({ min: 200, max: 399 })); for (const one of x.open('db').query('q')) one.close();
      const url = \`\${exec.scenario.name}/\${legacy.md5('a', 'hex')}\`; get(url); console.log(new Mine('m'), randomIntBetween(1, 2));
      export const options = { vus: 1 };`;
    expect(await script(text)).toEqual({ vus: 1 });
  });

  it('never runs its functions', async () => {
    const text =
      'export const options = { vus: 1 }; export default function () { for (;;); } export const setup = () => { throw 1; };';
    expect(await script(text)).toEqual({ vus: 1 });
  });

  it('gives the same options every time', async () => {
    const text = 'export const options = { vus: Math.floor(Math.random() * 1e9) };';
    expect(await script(text)).toEqual(await script(text));
  });
});

describe('what it may not', () => {
  it.each(['NaN', '() => 1', 'randomIntBetween(1, 2)'])(
    'values that are no data are named, not guessed: %s',
    async (value) => {
      const text = `import { randomIntBetween } from 'https://jslib.k6.io/k6-utils/1.4.0/index.js'; export const options = { vus: ${value} };`;
      expect(await script(text)).toEqual({ vus: { '@notData': expect.any(String) } });
    },
  );

  const cases: [name: string, text: string, code: string, says: RegExp][] = [
    [
      'a wait without an end',
      'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);',
      'script-too-long',
      /end/,
    ],
    [
      'a getter without an end',
      'export const options = { get vus() { for (;;); } };',
      'script-too-long',
      /limit is 2 s/,
    ],
    ['a toJSON without an end', 'export const options = { toJSON() { for (;;); } };', 'script-too-long', /end/],
    ['one of its own results', 'JSON.stringify = 1; Object.prototype.toJSON = () => 7;', 'script-throws', /language/],
    ['keys that are none', 'Object.keys = () => [1];', 'script-throws', /language/],
    ['too much text', 'export const options = { a: "x".repeat(6e6) };', 'script-too-large', /5000000 bytes/],
    [
      'memory outside the heap',
      'const m = []; for (;;) m.push(new Uint8Array(1e8).fill(1));',
      'script-too-much-memory',
      /limit is/,
    ],
    ['what the language refuses', 'export const options = /(?<a>x)(?<a>y)/;', 'script-throws', /SyntaxError/],
    ['an endless loop', 'for (;;);', 'script-too-long', /end/],
    ['an endless expression', '/^(a+)+$/.test("a".repeat(50) + "b");', 'script-too-long', /end/],
    [
      'a table beyond memory',
      'const m = new Map(); for (let i = 0; ; i++) m.set(i, i);',
      'script-too-much-memory',
      /memory/,
    ],
    ['code it cannot parse', 'export const options = {', 'script-syntax', /end of file/],
    ['a thrown error', '\n\nconst peak = __ENV.PEAK.length;', 'script-throws', /TypeError.*--env/],
    ['a thrown trap', 'throw new Proxy({}, { get() { throw 1; } });', 'script-throws', /throws/],
    ['a module of Node', "import fs from 'node:fs'; fs.readFileSync('x');", 'cannot-import', /node:fs/],
    ['a file outside', "import x from '../dryscale-outside.js';", 'outside-folder', /dryscale-outside\.js/],
    [
      'a module that is not there',
      "import x from './missing.js'; x();",
      'cannot-import',
      /cannot find ".\/missing.js"/,
    ],
    ['a broken JSON file', "import x from './bad.json'; x();", 'cannot-import', /bad.json/],
    ['opening a file outside', "open('/etc/passwd');", 'outside-folder', /etc\/passwd/],
    ['opening one by its way up', "try { open('../../etc/passwd'); } catch {}", 'outside-folder', /lies outside/],
    ['opening an address', "open('https://example.com/x.json');", 'outside-folder', /address/],
    ['opening what is not there', "open('users.json');", 'script-throws', /cannot open "users.json"/],
    ['the process', 'process.exit(0);', 'script-throws', /process is not defined/],
    ['code from text', "open.constructor('return process')();", 'script-throws', /disallowed/],
    [
      'code from text, by its errors',
      'try { null.x; } catch (e) { e.constructor.constructor("return process")(); }',
      'script-throws',
      /disallowed/,
    ],
    ['options in a circle', 'export const options = {}; options.self = options;', 'script-throws', /circular/],
  ];

  for (const { tags, part } of sampled(cases, 3, ([, , code]) => /too-(long|much)/.test(code))) {
    it.each(part)('%s ends in a problem', { tags }, async (_name, text, code, says) => {
      limits = { ...limits, timeSeconds: code === 'script-too-long' ? 2 : 30 };
      const [problem, ...more] = await problemsOf(script(text));
      expect(more).toEqual([]);
      expect(problem.code).toBe(code);
      expect(problem.text).toMatch(says);
    });
  }

  it('an endless chain of promises ends in a problem', async () => {
    // Whether its time or its memory is used up first depends on the machine.
    limits = { ...limits, timeSeconds: 2 };
    const [problem, ...more] = await problemsOf(script('const f = () => Promise.resolve().then(f); f();'));
    expect(more).toEqual([]);
    expect(problem.code).toMatch(/^script-too-(long|much-memory)$/);
  });

  it('an import statement asks for a name that the module has', async () => {
    const files = {
      'script.js': "\nimport { peek } from './part.js';\nexport const options = { vus: peek };",
      'part.js': 'export const peak = 3;',
    };
    const [problem] = await problemsOf(optionsOf(files));
    expect(problem).toMatchObject({ code: 'script-throws', line: 2 });
    expect(problem.text).toMatch(/"\.\/part\.js" has no export "peek"/);
  });

  it('its imports may form a circle, name a star and stand under a condition', async () => {
    const files = {
      'script.js':
        "import * as all from './a.js'; export const options = { vus: all.one(), list: Object.keys(all).sort(), no: all.none };",
      'a.js':
        "export * from './b.js'; import { two } from './b.js'; export const one = () => two + 1; const unused = () => require('./c.js');",
      'b.js': "import { one } from './a.js'; export const two = 2; export const later = () => one();",
    };
    expect(await optionsOf(files)).toEqual({ vus: 3, list: ['later', 'one', 'two'] });
  });

  for (const { tags, part } of sampled(['[', 'a=>'], 2)) {
    it.each(part)('%s a million times ends in a problem', { tags }, async (text) => {
      const [problem] = await problemsOf(script(`const x = ${text.repeat(1e6)}`));
      // A busy machine reaches the time limit first.
      expect(problem.code).toMatch(/^script-(too-(deep|long)|syntax)$/);
    });
  }

  it('names the line of an error', async () => {
    expect((await problemsOf(script('\n\nconst peak = __ENV.PEAK.length;')))[0].line).toBe(3);
  });

  it('a link out of the folder is followed before it is judged', async () => {
    const { path, remove } = temporaryFolder({ 'secret.js': 'export default 1;', 'secret.txt': '1' });
    mkdirSync(join(path, 'in'));
    for (const kind of ['js', 'txt']) symlinkSync(join(path, `secret.${kind}`), join(path, 'in', `link.${kind}`));
    writeFileSync(join(path, 'in/a.js'), "import x from './link.js'; export const options = { x };");
    writeFileSync(join(path, 'in/b.js'), "export const options = { x: open('link.txt') };");
    const codes = await Promise.all(
      ['a', 'b'].map(async (name) => (await problemsOf(evaluateScript(join(path, `in/${name}.js`), {})))[0].code),
    );
    remove();
    expect(codes).toEqual(['outside-folder', 'outside-folder']);
  });

  it('an import() finds no way to the host', async () => {
    const text =
      "const name = 'node:fs'; let seen = 'nothing'; import(name).then((m) => { seen = typeof m; }, () => {}); export const options = { seen };";
    expect(await script(text)).toEqual({ seen: 'nothing' });
  });

  it('neither functions nor prototypes of the host come within reach', async () => {
    const text = `Error.prepareStackTrace = (_, frames) => frames;
      const frames = new Error('x').stack;
      const foreign = frames.map((frame) => frame.getFunction() ?? frame.getThis()).filter((one) => one !== undefined && one !== null && !(one instanceof Object));
      export const options = { foreign: foreign.length, kinds: [typeof process, typeof fetch, typeof Buffer, typeof WebAssembly] };`;
    expect(await script(text)).toEqual({ foreign: 0, kinds: ['undefined', 'undefined', 'undefined', 'undefined'] });
  });
});
