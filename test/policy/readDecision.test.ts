import { describe, expect, it } from 'vitest';
import { PolicyFault } from '../../src/policy/policy.js';
import { readDecision } from '../../src/policy/readDecision.js';

const place = { fileName: 'p.ts', timeSeconds: 30 };

it.each([
  [3, { desired: 3 }],
  [0, { desired: 0 }],
  [2.5, { desired: 2.5 }],
  [{ desired: 4 }, { desired: 4 }],
  [
    { desired: 4, reason: 'r', rule: 'u', more: 1 },
    { desired: 4, reason: 'r', rule: 'u' },
  ],
  [{ desired: 4, reason: null, heldBy: null }, { desired: 4 }],
  [
    { desired: 4, heldBy: 'stabilization' },
    { desired: 4, heldBy: 'stabilization' },
  ],
  [
    { desired: 4, reason: 12 },
    { desired: 4, reason: '12' },
  ],
  [undefined, undefined],
  [null, undefined],
])('reads %j', (value, decision) => {
  expect(readDecision(value, place)).toEqual(decision);
});

const cyclic: { self?: unknown } = {};
cyclic.self = cyclic;

describe('faults', () => {
  it.each([
    [Number.NaN, 'NaN'],
    [Number.POSITIVE_INFINITY, 'Infinity'],
    [-1, '-1'],
    ['5', '"5" (string)'],
    [true, 'true'],
    [[5], '[5]'],
    [{}, '{}'],
    [{ desired: null }, 'null'],
    [cyclic, 'an object'],
    [() => 1, 'a function'],
    [10n, '10 (bigint)'],
  ])('name %s', (value, shown) => {
    const read = () => readDecision(value, place);
    expect(read).toThrow(PolicyFault);
    expect(read).toThrow(`p.ts: at virtual time 30 s the returned value is ${shown}, expected integer >= 0`);
  });

  it('name a promise', () => {
    expect(() => readDecision(Promise.resolve(3), place)).toThrow(
      'decide returned a promise, but it must be synchronous',
    );
  });

  it.each<[heldBy: unknown, sentence: string]>([
    [
      'cooldwon',
      'the returned heldBy is "cooldwon" (string), expected what kept the policy from growing. Did you mean "cooldown"?',
    ],
    [
      3,
      'the returned heldBy is 3, expected what kept the policy from growing. Known: limit, cooldown, stabilization, bounds, paused.',
    ],
    [{}, 'the returned heldBy is {}, expected'],
  ])('name a heldBy of %j, and those there are', (heldBy, sentence) => {
    expect(() => readDecision({ desired: 1, heldBy }, place)).toThrow(sentence);
  });

  it('name a reason that is no text', () => {
    expect(() => readDecision({ desired: 1, reason: {} }, place)).toThrow('the returned reason is {}, expected text');
  });
});
