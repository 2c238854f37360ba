import { describe, expect, it } from 'vitest';
import { runConfined } from '../../../src/base/confined/runConfined.js';

const limits = { timeSeconds: 20, heapMegabytes: 64, resultBytes: 1000 };
const run = (body: string, isSealed = true, own: Partial<typeof limits> = {}) => {
  const code = `const { parentPort, workerData } = require('node:worker_threads'); const post = (value) => parentPort.postMessage(String(value)); ${body}`;
  const payload = [Buffer.from('one'), Buffer.from('two')];
  return runConfined({ thread: { code }, data: { a: 1 }, payload, isSealed }, { ...limits, ...own });
};
/** What a sealed thread is told when it tries. */
const refusal = (attempt: string) =>
  `try { ${attempt}; post('done') } catch (thrown) { post(thrown.code ?? thrown.name) }`;

describe('code in a process of its own', () => {
  it('finds its task and gives back one text', async () => {
    const body = 'post(workerData.data.a + Buffer.from(workerData.payload).toString()); post(2);';
    expect(await run(body)).toEqual({ kind: 'result', text: '1onetwo' });
  });

  it.each<[string, string, Partial<typeof limits>]>([
    ['too-long', 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)', { timeSeconds: 1 }],
    ['too-large', 'post("x".repeat(2000))', {}],
    ['too-much-memory', 'const m = []; for (;;) m.push(new Array(1e5).fill(0))', {}],
    ['ended', 'process.exit(0)', {}],
    ['ended', 'throw 1', {}],
  ])('ends as %s: %s', async (kind, body, own) => {
    expect(await run(body, true, own)).toEqual({ kind });
  });

  it.each<[string, string]>([
    ['ERR_ACCESS_DENIED', "require('node:fs').readFileSync('/etc/passwd')"],
    ['ERR_ACCESS_DENIED', "require('node:fs').writeFileSync('/tmp/dryscale-sealed', '')"],
    ['ERR_ACCESS_DENIED', "require('node:child_process').execSync('true')"],
    ['EvalError', "Function('return 1')()"],
  ])('sealed it gets %s for %s', async (text, attempt) => {
    expect(await run(refusal(attempt))).toEqual({ kind: 'result', text });
  });

  it('sealed it has no environment, else it has', async () => {
    expect(await run('post(process.env.PATH)')).toEqual({ kind: 'result', text: 'undefined' });
    expect(await run('post(process.env.PATH)', false)).toEqual({ kind: 'result', text: String(process.env.PATH) });
  });
});
