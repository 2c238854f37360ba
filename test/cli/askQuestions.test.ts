import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { askQuestions } from '../../src/cli/initFrom/ask.js';
import { type Question, readAmount } from '../../src/derive/questions.js';

const question = (key: string, unit: Question['unit']): Question => ({
  ...{ key, unit, text: `How much ${key}?` },
  fallback: { value: 1, low: 1, high: 1, basis: 'guess', from: 'made' },
});

/** Types each line when its question has been put. */
async function played(questions: readonly Question[], lines: readonly string[]) {
  const input = new PassThrough();
  const output = new PassThrough();
  let shown = '';
  let next = 0;
  output.on('data', (chunk: Buffer) => {
    shown += chunk.toString();
    if (!chunk.toString().endsWith('] ')) return;
    if (next < lines.length) input.write(`${lines[next++]}\n`);
    else input.end();
  });
  const answers = await askQuestions(questions, { input, output }, () => 'a default');
  return { answers, shown };
}

describe('the questions of init', () => {
  it('take an amount, a range, and a default for an empty line or "?"', async () => {
    const questions = [question('startup', 'seconds'), question('vcpus', 'vcpus'), question('price', 'usd')];
    const { answers, shown } = await played([...questions, question('slo', 'seconds')], ['30s..90s', '500m', '', '?']);
    expect([...answers]).toEqual([
      ['startup', { value: 60, low: 30, high: 90, basis: 'asked', from: 'answered' }],
      ['vcpus', { value: 0.5, low: 0.5, high: 0.5, basis: 'asked', from: 'answered' }],
    ]);
    expect(shown).toContain("? 1/4 How much startup? [a default, ? don't know] ");
    expect(shown).toContain('? 4/4 How much slo?');
  });

  it('ask again when an answer is not understood, and go on with the default after the third', async () => {
    const { answers, shown } = await played(
      [question('startup', 'seconds'), question('slo', 'seconds')],
      ['soon', '40', '-3s', '200ms'],
    );
    expect([...answers.keys()]).toEqual(['slo']);
    expect(shown.match(/is not understood: write 40ms/g)).toHaveLength(3);
  });

  it('end with the input: what was answered counts', async () => {
    const { answers } = await played([question('startup', 'seconds'), question('slo', 'seconds')], ['5s']);
    expect([...answers.keys()]).toEqual(['startup']);
  });
});

describe('an amount', () => {
  it.each([
    ['40ms', 'seconds', { value: 0.04, low: 0.04, high: 0.04 }],
    ['1s..2s', 'seconds', { value: 1.5, low: 1, high: 2 }],
    ['250m', 'vcpus', { value: 0.25, low: 0.25, high: 0.25 }],
    ['8', 'count', { value: 8, low: 8, high: 8 }],
    ['0', 'count', { value: 0, low: 0, high: 0 }],
    ['0.096', 'usd', { value: 0.096, low: 0.096, high: 0.096 }],
  ] as const)('%s is read as %s', (text, unit, amount) => expect(readAmount(text, unit)).toEqual(amount));

  it.each([
    ['40', 'seconds'],
    ['2s..1s', 'seconds'],
    ['1..2..3', 'usd'],
    ['0', 'vcpus'],
    ['0', 'rate'],
    ['1.5', 'count'],
    ['Infinity', 'usd'],
    ['0x10', 'rate'],
    ['', 'usd'],
  ] as const)('%s is none of %s', (text, unit) => expect(readAmount(text, unit)).toBeUndefined());
});
