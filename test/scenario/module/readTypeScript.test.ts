import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../../src/base/problem.js';
import { loadScenario } from '../../../src/scenario/load.js';
import { temporaryFolder } from '../../support/runCli.js';

const fields = `name: 'ok', duration: '1m', traffic: { s: { executor: 'constant-arrival-rate', rate: 10 } },
  requests: { page: { route: 'web', cpu: '20ms' } }, services: { web: { scaling: { min: 2, max: 10 } } }`;
const good = `export default { ${fields} };`;

/** What comes of a file: problems or warnings as `code line: what`, and what else is looked at. */
async function load(text: string, others: Readonly<Record<string, string>> = {}) {
  const { path, remove } = temporaryFolder({ 'x.ts': text, ...others });
  const shown = (problems: ProblemError['problems']) =>
    problems.map(({ code, where, what }) => `${code}${where.line === undefined ? '' : ` ${where.line}`}: ${what}`);
  try {
    const { scenario, hash, warnings } = await loadScenario(join(path, 'x.ts'));
    return { said: shown(warnings).join('\n'), hash, scenario };
  } catch (thrown) {
    if (!(thrown instanceof ProblemError)) throw thrown;
    return { said: shown(thrown.problems).join('\n'), exitCode: thrown.exitCode };
  } finally {
    remove();
  }
}

describe('a scenario in TypeScript', () => {
  it('imports its own modules, data and dryscale, and may use Node', async () => {
    const text = `import { defineScenario } from 'dryscale'; import { rate } from './part.js'; import data from './data.json';
      import { basename } from 'node:path';
      export default defineScenario({ ${fields}, description: basename('/a/b') + rate + data.unit });`;
    const others = {
      'part.ts': 'export const rate: number = 3;',
      'data.json': '{ "unit": "s" }',
    };
    const { scenario, said } = await load(text, others);
    expect(said).toBe('');
    expect(scenario?.description).toBe('b3s');
  });

  it.each<[string, string]>([
    ['a rejected promise', "Promise.reject(new Error('late'));"],
    ['timers that throw', 'setInterval(() => { throw 1; }, 1); setImmediate(() => { throw 2; });'],
    ['promises without an end', 'const f = () => Promise.resolve().then(f); f();'],
    ['output', 'for (let i = 0; i < 1e5; i++) console.log("x".repeat(1000));'],
    [
      'another language',
      'Array.prototype.map = () => { throw 1; }; JSON.stringify = () => "x"; Math.max = () => 7; Object.prototype.a = 1;',
    ],
  ])('may leave behind %s', async (_name, text) => {
    expect(await load(`${text} ${good}`)).toMatchObject({ said: '', scenario: { name: 'ok' } });
  });

  it.each<[string, RegExp]>([
    [
      "import 'node:fs';\n\nprocess.exit(0);",
      /^bad-scenario-module 3: throws while it is loaded: process\.exit has no place/,
    ],
    ["require('node:process').reallyExit(0);", /process\.reallyExit has no place/],
    ["process.kill(process.pid, 'SIGKILL');", /process\.kill has no place/],
    ["require('node:child_process').execSync('kill -9 ' + process.pid);", /ended its process/],
    ['throw undefined;', /throws while it is loaded: undefined/],
    ['throw new Proxy({}, { get() { throw 1; } });', /throws while it is loaded: an object that cannot be read/],
    ['export const a = 1;', /no default export \(found: a\)/],
    ['export default () => 1;', /^not-data: the default export is a function, a map is expected$/],
    [
      `export default { ${fields}, traffic: new Map(), duration: () => 1 };`,
      /^not-data: is a function, text is expected\nnot-data: is a Map, a map is expected$/,
    ],
    [
      `export default { ${fields}, get seed() { throw new Error('no'); } };`,
      /^not-data: cannot be read: it throws no$/,
    ],
    [`Object.prototype.toJSON = () => 7; ${good}`, /changes the language itself/],
    ['export default {', /^bad-scenario-module 1: cannot be loaded: Expected identifier/],
    [`await new Promise(() => {}); ${good}`, /^bad-scenario-module 1: cannot be loaded: Top-level await/],
    [
      `export default { ${fields}, seed: Object.values(process.resourceUsage()).reduce((sum, one) => sum + one) };`,
      /gives another scenario each time/,
    ],
  ])('%s is told', async (text, says) => {
    const { said, exitCode } = await load(
      text.includes('export default') || text.startsWith('export') ? text : `${text}\n${good}`,
    );
    expect(said).toMatch(says);
    expect(exitCode).toBe(104);
  });

  it('has no end: the time limit is named', { tags: ['ci'] }, async () => {
    expect(
      (
        await load(
          `export default { ${fields}, get seed() { Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0); } };`,
        )
      ).said,
    ).toMatch(/the time limit is 5 s/);
  });

  it('takes all memory: the limit is named', { tags: ['ci'] }, async () => {
    const { said } = await load('const a = []; for (;;) a.push(Buffer.alloc(1e8, 1));');
    expect(said).toMatch(/too much memory while it is loaded: the limit is 256 MB/);
  });

  it('is the same every time, whatever it asks of the machine', async () => {
    const text = `import { randomBytes } from 'node:crypto';
      export default { ${fields}, description: [Date.now(), new Date().toISOString(), performance.now(), Math.random(),
        crypto.randomUUID(), randomBytes(4).toString('hex'), process.hrtime.bigint(), process.env.RATE].join() };`;
    const [one, two] = [await load(text), await load(text)];
    expect(one.hash).toBe(two.hash);
    expect(one.scenario?.description).toContain('2026-01-05T00:00:00.000Z');
    expect(one.said.split('\n')).toEqual([
      'asks-the-machine 3: reads the clock and gets 2026-01-05T00:00:00Z each time',
      'asks-the-machine 3: draws random numbers and gets the same ones each time',
      'asks-the-machine 4: reads RATE from the environment and gets nothing',
    ]);
  });

  it('dates that are written are dates', async () => {
    const text = `const day = new Date('2024-02-29T12:00:00Z'); const is = day instanceof Date && day.constructor === Date;
      export default { ${fields}, description: day.toISOString() + is + Date.UTC(2024, 0) + new Date(0).getTime() };`;
    expect(await load(text)).toMatchObject({
      said: '',
      scenario: { description: '2024-02-29T12:00:00.000Ztrue17040672000000' },
    });
  });
});
