import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../../src/base/problem.js';
import { JsonStream } from '../../../src/imports/evidence/json/jsonStream.js';

/** A text in pieces, cut anywhere. */
function* pieces(text: string, cuts: readonly number[]): Generator<string> {
  const places = [...new Set(cuts.map((cut) => cut % (text.length + 1)))].sort((a, b) => a - b);
  let from = 0;
  for (const place of [...places, text.length]) {
    yield text.slice(from, place);
    from = place;
  }
}

const cuts = fc.array(fc.nat(), { maxLength: 20 });
const streamOf = (text: string, at: readonly number[]) =>
  new JsonStream(pieces(text, at), { file: 'a.json', fix: 'save it again.' });
const textOf = fc.tuple(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(undefined, 1, '\t'));

/** Reads a value by its parts: the keys of objects, the items of lists. */
function walked(json: JsonStream): unknown {
  const next = json.peek();
  if (next === '{') {
    const entries: [string, unknown][] = [];
    for (const key of json.keys()) entries.push([key, walked(json)]);
    return Object.fromEntries(entries);
  }
  if (next !== '[') return json.value();
  const items: unknown[] = [];
  for (const _ of json.items()) items.push(walked(json));
  return items;
}

describe('a JSON text in pieces', () => {
  it('is what JSON.parse has, read whole or by its parts, wherever it is cut', () => {
    fc.assert(
      fc.property(textOf, cuts, ([value, indent], at) => {
        const text = JSON.stringify(value, undefined, indent);
        const parsed = JSON.parse(text);
        for (const read of [(json: JsonStream) => json.value(), walked]) {
          const json = streamOf(text, at);
          expect(read(json)).toEqual(parsed);
          json.end();
        }
      }),
    );
  });

  it('has its pairs, and what follows a value that is skipped', () => {
    const pair = fc.tuple(fc.integer({ min: 0, max: 2e9 }), fc.constantFrom('1', '-2.5', '1e3', 'NaN', '+Inf'));
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), fc.array(pair), cuts, (skipped, pairs, at) => {
        const json = streamOf(JSON.stringify({ skipped, pairs }), at);
        const found: [number, string][] = [];
        for (const key of json.keys()) {
          if (key === 'skipped') json.passOver();
          else json.pairs((first, second) => found.push([Number(first), second]));
        }
        json.end();
        expect(found).toEqual(pairs);
      }),
    );
  });

  it('is a problem where it breaks off or goes on, never an end and never another value', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }), { minKeys: 1 }),
        fc.nat(),
        cuts,
        (value, length, at) => {
          const text = JSON.stringify(value);
          const cut = text.slice(0, length % text.length);
          for (const broken of [cut, `${text}]`]) {
            const read = () => {
              const json = streamOf(broken, at);
              walked(json);
              json.end();
            };
            expect(read).toThrow(ProblemError);
          }
        },
      ),
    );
  });

  it.each([
    ['{"a": 1,\n "b": [1, 2\n', 3],
    ['{"a": 1}\n\nx', 3],
    ['{"a"\n 1}', 2],
  ])('has the line of what is wrong: %j', (text, line) => {
    const read = () => {
      const json = streamOf(text, [3, 5]);
      walked(json);
      json.end();
    };
    try {
      read();
    } catch (thrown) {
      expect(thrown instanceof ProblemError && thrown.problems[0].where.line).toBe(line);
      return;
    }
    expect.unreachable();
  });
});
