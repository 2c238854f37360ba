import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument, parseDocuments } from '../../src/base/document.js';
import type { Problem } from '../../src/base/problem.js';
import { sampled } from '../support/sampled.js';

const read = (text: string): Problem[] => {
  const parsed = parseDocument(text, 's.yaml');
  return Array.isArray(parsed) ? parsed : [];
};
const deep = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join('');

describe('a file of settings', () => {
  it.each([
    ['an alias without an anchor', 'a: 1\nb: *nope\n', 'no-anchor', 2, '*nope'],
    ['an alias before its anchor', 'a: *x\nb: &x 1\n', 'no-anchor', 1, '*x'],
    ['an alias as a key', 'a: &x y\n*x : 1\n', 'bad-key', 2, 'an alias'],
    ['a map as a key', 'a: 1\n? { b: 1 }\n: 2\n', 'bad-key', 2, 'a map'],
    ['a list as a key', '{ [1]: 2 }', 'bad-key', 1, 'a list'],
    ['an empty key', 'a: 1\n: 2\n', 'bad-key', 2, 'empty'],
    ['a key of no characters', 'a: 1\n"": 2\n', 'bad-key', 2, 'empty'],
    ['a key twice', 'a: 1\nb: 2\na: 3\n', 'duplicate-key', 3, '"a" stands twice in this map, on lines 1 and 3'],
    ['a key twice in a flow map', 'a: { b: 1, b: 2 }', 'duplicate-key', 1, '"b" stands twice in this map, on line 1'],
    ['a key twice in JSON', '{"a": {"b": 1,\n"b": 2}}', 'duplicate-key', 2, 'on lines 1 and 2'],
    ['a number as a key twice', 'a: { 1: 1, 1.0: 2 }', 'duplicate-key', 1, '"1"'],
    ['a prototype', 'a: { __proto__: 1 }', 'forbidden-key', 1, '__proto__'],
    ['a NUL', 'a: 1\nb: x\0y\n', 'control-character', 2, 'U+0000'],
    ['an escape', 'a: "\u001b[31m"\n', 'control-character', 1, 'U+001B'],
    ['half a character', 'a: 1\nb: "\\ud83d"\n', 'bad-text', 2, 'lone surrogate'],
    ['a tag', 'a: 1\nb: !!js/function x\n', 'unknown-tag', 2, 'js/function'],
    ['a tag under another name', '%TAG !e! tag:example.org,2000:\n---\na: !e!x 1\n', 'unknown-tag', 3, 'example.org'],
    ['another version of YAML', '%YAML 9.9\n---\na: 1\n', 'bad-yaml', 1, '9.9'],
    ['an open quote', 'a: 1\nb: "x\nc: 1\n', 'bad-yaml', 4, 'closing'],
    ['an open bracket', 'a: [1, 2\n', 'bad-yaml', 2, ''],
    ['no end of JSON', '{"a": 1', 'bad-yaml', 1, ''],
    ['dashes', `a:\n  ${'- '.repeat(1000)}x\n`, 'too-deep', 2, 'nesting depth limit'],
    ['question marks', `${'? '.repeat(1000)}x\n`, 'too-deep', 1, 'nesting depth limit'],
    ['brackets', `a: ${'['.repeat(100_000)}`, 'too-deep', 1, 'nesting depth limit'],
    ['maps in brackets', `a: ${'{b: '.repeat(10_000)}`, 'too-deep', 1, 'nesting depth limit'],
    ['indentation', deep(300, (index) => `${' '.repeat(index)}a:\n`), 'too-deep', 66, 'nesting depth limit'],
    ['lists that are indented', deep(300, (index) => `${' '.repeat(index)}-\n`), 'too-deep', 66, 'nesting depth limit'],
    ['two documents', 'a: 1\n---\nb: 1\n', 'multiple-documents', 1, 'multiple documents'],
    ['20,000 documents', '---\n1\n'.repeat(20_000), 'too-many-documents', undefined, '10000'],
    ['no map', '- 1\n', 'not-a-mapping', 1, 'not a map'],
    ['only a directive', '%A\n', 'bad-yaml', 1, '%A'],
  ])('is refused with its place for %s', (_name, text, code, line, words) => {
    const [problem] = read(text);
    expect([problem.code, problem.where.line]).toEqual([code, line]);
    expect(problem.what).toContain(words);
  });

  it('offers the anchor that was meant', () => {
    expect(read('a: &daily 1\nb: *dayly\n')[0].fix).toBe('did you mean *daily?');
  });

  it.each([
    ['brackets in text', `a: "${'[{'.repeat(500)}"\nb: '${'['.repeat(500)}'\n# ${'['.repeat(500)}\n`],
    ['64 levels', `a: ${'['.repeat(63)}${']'.repeat(63)}`],
    ['CR alone as the end of lines', 'a: 1\rb: [2]\r'],
    ['CR LF', 'a: 1\r\nb: 2\r\n'],
    ['numbers as keys', 'a: { 1: 1, 8: 6.5 }'],
    ['JSON with tabs', '{\n\t"a": 1,\n\t"b": [\n\t\t2\n\t]\n}'],
    ['an emoji', 'a: "\\ud83d\\ude00"\n'],
    ['aliases with an anchor', 'a: &x [1]\nb: *x\n'],
  ])('may have %s', (_name, text) => {
    expect(read(text)).toEqual([]);
  });

  it('reads numbers and words as YAML 1.2 does, whatever a directive says', () => {
    const [plain, old] = ['', '%YAML 1.1\n---\n'].map((head) => {
      const parsed = parseDocument(`${head}a: 1:30\nb: no\nc: 010\nd: 1_000\ne: 2020-01-01\n`, 's.yaml');
      return Array.isArray(parsed) ? parsed : parsed.value;
    });
    expect(old).toEqual(plain);
    expect(plain).toEqual({ a: '1:30', b: 'no', c: 10, d: '1_000', e: '2020-01-01' });
  });

  for (const { tags, part } of sampled(
    [
      ['one key again and again', 'k: 1\n'.repeat(80_000)],
      ['30,000 keys in brackets', `a: {${deep(30_000, (index) => `k${index}: 1,`)}}`],
      ['40,000 items', `a:\n${'- 1\n'.repeat(40_000)}`],
      ['40,000 commas', `a: [${','.repeat(40_000)}`],
      ['40,000 anchors', `a: ${'&a '.repeat(40_000)}`],
      ['a line of a million characters', `a: ${'x'.repeat(1_000_000)}\n? ${'y'.repeat(1_000_000)}\n: 1`],
      ['200,000 blank lines', `${'\n'.repeat(200_000)}a: 1`],
    ],
    3,
    ([name]) => name.startsWith('one key'),
  )) {
    it.each(part)('costs no more than its length: %s', { tags }, (_name, text) => {
      const cpu = process.cpuUsage();
      const problems = read(text);
      const { user } = process.cpuUsage(cpu);
      expect(user / 1e6).toBeLessThan(8);
      expect(problems.length).toBeLessThanOrEqual(31);
      for (const { where } of problems) expect(where.line).toBeGreaterThan(0);
    });
  }

  it('never throws, and places every problem, whatever its characters', () => {
    const pieces = fc.array(
      fc.constantFrom(
        ...['a', 'b: ', '- ', '? ', ': ', '\n', '  ', '{', '}', '[', ']', ',', '&x ', '*x', '!t ', '!!int '],
        ...[
          '"',
          "'",
          '|\n',
          '>-\n',
          '#',
          '---\n',
          '...\n',
          '%YAML 1.1\n',
          '%TAG ! x\n',
          '\t',
          '\r',
          '\u2028',
          '\ufeff',
          '<<: ',
          '~',
          '1e400',
        ],
      ),
      { maxLength: 25 },
    );
    fc.assert(
      fc.property(pieces, (parts) => {
        const parsed = parseDocuments(parts.join(''), 's.yaml');
        for (const one of parsed) {
          if ('what' in one) expect(one.where).toMatchObject({ file: 's.yaml', line: expect.any(Number) });
        }
      }),
      { seed: 8, numRuns: 1000 },
    );
  });
});
