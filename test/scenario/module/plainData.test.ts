import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messageOf, plainData } from '../../../src/scenario/module/plainData.js';

class Stage {
  readonly duration = '1m';
}
const circle: Record<string, unknown> = {};
circle.self = circle;
const trap = () => {
  throw new Error('trap');
};
const throwing = new Proxy({}, { ownKeys: trap });
const endless = (): object => {
  const own = () => ({ enumerable: true, configurable: true, value: 1 });
  return new Proxy({}, { ownKeys: () => ['a'], getOwnPropertyDescriptor: own, get: endless });
};

/** What may stand where data belongs, and what is said of it. */
const foreign: readonly (readonly [what: string, value: unknown])[] = [
  ['a function', () => 1],
  ['a function', Stage],
  ['a function', new Proxy(() => 1, {})],
  ['a symbol', Symbol('x')],
  ['a BigInt', 10n],
  ['NaN', Number.NaN],
  ['-Infinity', Number.NEGATIVE_INFINITY],
  ['a Map', new Map()],
  ['a Set', new Set([1])],
  ['a Date', new Date(0)],
  ['a RegExp', /x/],
  ['a Promise', Promise.resolve(1)],
  ['a Uint8Array', new Uint8Array(2)],
  ['an Error', new Error('x')],
  ['an instance of Stage', new Stage()],
  ['a Number', Object(1)],
  ['a String', Object('x')],
  ['a map with a symbol as a key', { [Symbol('x')]: 1 }],
  ['a map with the key __proto__', JSON.parse('{ "__proto__": 1 }')],
  ['cannot be read: it throws trap', throwing],
  [
    'cannot be read: it throws no',
    new Proxy(
      { a: 1 },
      {
        getPrototypeOf: () => Object.prototype,
        ownKeys: () => {
          throw 'no';
        },
      },
    ),
  ],
];

const path = fc.array(fc.oneof(fc.stringMatching(/^[a-z]{1,8}$/), fc.nat({ max: 3 })), { minLength: 1, maxLength: 6 });

/** A map or list for each step, with the value at the end and data around it. */
function planted(steps: readonly (string | number)[], value: unknown, around: unknown): unknown {
  return steps.reduceRight<unknown>((inner, step) => {
    if (typeof step === 'string') return { before: around, [step]: inner };
    return [...Array.from({ length: step }, () => around), inner, around];
  }, value);
}

describe('what a module exports', () => {
  it('is its JSON where it is data', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        const { json, notData } = plainData(value);
        if (JSON.stringify(value).includes('"__proto__":')) return;
        expect(notData).toEqual([]);
        expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('is named with its path where it is none, wherever it stands', () => {
    fc.assert(
      fc.property(fc.constantFrom(...foreign), path, fc.jsonValue({ maxDepth: 1 }), ([what, value], steps, around) => {
        if (JSON.stringify(around).includes('"__proto__":')) return;
        const { json, notData } = plainData(planted(steps, value, around));
        expect(notData).toMatchObject([{ path: steps, what }]);
        expect(JSON.parse(json)).toEqual(planted(steps, null, around));
      }),
    );
  });

  it.each(foreign)('is told as %s', (what, value) => {
    expect(plainData(value).notData).toMatchObject([{ path: [], what }]);
  });

  it('is read through getters and proxies, and each that fails is named', () => {
    const value = {
      get a() {
        return 1;
      },
      get b() {
        throw new TypeError('late');
      },
      c: new Proxy({ d: [1, undefined] }, {}),
      e: undefined,
    };
    const { json, notData } = plainData(value);
    expect(JSON.parse(json)).toEqual({ a: 1, b: null, c: { d: [1, null] } });
    expect(notData.map((one) => [one.path.join('.'), one.what])).toEqual([
      ['b', 'cannot be read: it throws TypeError: late'],
      ['c.d.1', 'nothing (undefined)'],
    ]);
  });

  it.each<[string, unknown, RegExp]>([
    ['circle', circle, /holds itself/],
    ['endless proxy', endless(), /more than 64 levels/],
    ['long list', new Array(1e9), /1000000000 items; the limit is 100000/],
    ['many values', Array.from({ length: 500 }, () => Array.from({ length: 500 }, () => 0)), /more than 100000 values/],
    ['long text', 'x'.repeat(2e6), /2000000 characters; the limit is 1000000/],
  ])('ends at its limits: %s', (_name, value, says) => {
    const { notData } = plainData({ value });
    expect(notData).toHaveLength(1);
    expect(notData[0].what).toMatch(says);
  });

  it('may be shared without being a circle', () => {
    const shared = { a: 1 };
    expect(JSON.parse(plainData({ one: shared, two: [shared, shared] }).json)).toEqual({
      one: shared,
      two: [shared, shared],
    });
  });
});

describe('whatever was thrown', () => {
  it.each<[string, unknown]>([
    ['undefined', undefined],
    ['null', null],
    ['7', 7],
    ['a symbol', Symbol('x')],
    ['a function', () => 1],
    ['TypeError: no', new TypeError('no')],
    ['no', new Error('no')],
    ['an object without a message', { a: 1 }],
    ['an object without a message', { message: { toString: trap } }],
    ['an object that cannot be read', new Proxy({}, { get: trap })],
  ])('is told as %s', (text, thrown) => {
    expect(messageOf(thrown)).toBe(text);
  });
});
