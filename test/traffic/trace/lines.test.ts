import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../../src/base/problem.js';
import { lines, words } from '../../../src/traffic/trace/lines.js';
import { textChunks } from '../../../src/traffic/trace/textChunks.js';

/** Pieces of a file, however it is cut. */
const pieces = fc.array(fc.constantFrom('a', 'bc', ' ', '\t', '\n', '\r', '\r\n', '\n\n', '\u2028', '"', '\0', ''), {
  maxLength: 40,
});

describe('the lines of a file', () => {
  it('end with LF, CR LF or CR, wherever the chunks are cut', () => {
    fc.assert(
      fc.property(pieces, (chunks) => {
        const all = chunks
          .join('')
          .split(/\r\n|\r|\n/)
          .map((text, index) => ({ number: index + 1, text }));
        expect([...lines(chunks, 't.csv')]).toEqual(all.filter(({ text }) => text.trim() !== ''));
      }),
      { seed: 4, numRuns: 500 },
    );
  });

  it('have words, wherever the chunks are cut', () => {
    fc.assert(
      fc.property(pieces, (chunks) => {
        const all = chunks
          .join('')
          .split(/\r\n|\r|\n/)
          .flatMap((line, index) => line.split(/[ \t]+/).map((text) => ({ number: index + 1, text })));
        expect([...words(chunks, 't.txt')]).toEqual(all.filter(({ text }) => text !== ''));
      }),
      { seed: 5, numRuns: 500 },
    );
  });

  it('are told when they are far too long, before they take the memory', () => {
    const endless = function* () {
      for (let count = 1; ; count++) {
        if (count > 100) expect.unreachable('was read on');
        yield 'x'.repeat(65_536);
      }
    };
    expect(() => [...lines(endless(), 't.csv')]).toThrow('a line of more than');
    expect(() => [...words(endless(), 't.csv')]).toThrow('a line of more than');
  });
});

const sourceOf = (bytes: Uint8Array) => () => {
  let at = 0;
  return {
    read: (buffer: Uint8Array) => {
      const part = bytes.subarray(at, at + buffer.length);
      buffer.set(part);
      at += part.length;
      return part.length;
    },
    close: () => {},
  };
};
const textOf = (bytes: Uint8Array) => [...textChunks(sourceOf(bytes), 't.csv.gz')].join('');
const bomb = gzipSync(Buffer.alloc(1_000_000, '\n'));
const whole = gzipSync('time,count\n0,5\n');

describe('a gzipped file', () => {
  it.each([
    ['of several members, also empty ones', [whole, gzipSync(''), gzipSync('10,6\n')], 'time,count\n0,5\n10,6\n'],
    ['of nothing', [gzipSync('')], ''],
    ['with a byte order mark', [gzipSync('\ufefftime')], 'time'],
  ])('%s is read', (_name, parts, text) => {
    expect(textOf(Buffer.concat(parts))).toBe(text);
  });

  it.each([
    ['cut off', whole.subarray(0, 25), 'damaged-gzip'],
    ['cut off in its second member', Buffer.concat([whole, whole.subarray(0, 12)]), 'damaged-gzip'],
    ['followed by something else', Buffer.concat([whole, Buffer.from('something else altogether')]), 'damaged-gzip'],
    ['empty', Buffer.alloc(0), 'damaged-gzip'],
    ['not packed', Buffer.from('time,count\n0,5\n10,6\n'), 'damaged-gzip'],
    ['packed UTF-16', gzipSync(Buffer.from('\ufefftime', 'utf16le')), 'bad-encoding'],
    ['a bomb', Buffer.concat(Array.from({ length: 140 }, () => bomb)), 'too-large'],
  ])('is refused when it is %s', (_name, bytes, code) => {
    try {
      for (const chunk of textChunks(sourceOf(bytes), 't.csv.gz')) expect(chunk.length).toBeLessThan(20_000_000);
    } catch (thrown) {
      expect(thrown).toBeInstanceOf(ProblemError);
      expect((thrown as ProblemError).problems[0]).toMatchObject({ code, where: { line: expect.any(Number) } });
      return;
    }
    expect.unreachable('was read');
  });
});
