import { describe, expect, it } from 'vitest';
import { askEsbuild } from '../../src/base/esbuildProcess.js';

const transform = (text: string) => askEsbuild({ call: 'transform', text, options: { loader: 'ts' } });

describe('esbuild in a process of its own', () => {
  it('answers in the order of the questions', async () => {
    const outcomes = await Promise.all(['1 as number', 'let =', '3'].map(transform));
    expect(outcomes.map((one) => (one.kind === 'code' ? one.code : one.kind))).toEqual(['1;\n', 'errors', '3;\n']);
  });

  it('is ended by a text that goes beyond it, and answers the next one', async () => {
    const [deep, next] = await Promise.all([transform('['.repeat(2e6)), transform('1')]);
    // A busy machine reaches the time limit first.
    expect(deep.kind).toMatch(/^(stopped|too-long)$/);
    expect(next).toMatchObject({ kind: 'code', code: '1;\n' });
  });

  it('names what a text imports', async () => {
    const contents = "import './a'; export * from 'b'; require('./c'); import('./d'); // import './e'";
    const outcome = await askEsbuild({ call: 'imports', options: { stdin: { contents, loader: 'ts' }, bundle: true } });
    expect(outcome.kind === 'code' ? JSON.parse(outcome.code).sort() : outcome).toEqual(['./a', './c', './d', 'b']);
  });
});
