import { describe, expect, it } from 'vitest';
import { parsePolicySpec } from '../../src/policy/parsePolicySpec.js';

const names = (text: string) => parsePolicySpec(text).map(({ name }) => name);

describe('names', () => {
  it.each([
    ['policies/target-cpu.lua', ['target-cpu']],
    ['none', ['none']],
    ['static:6', ['static:6']],
    ['target-cpu.lua?target=0.7', ['target-cpu?target=0.7']],
    ['t.lua?target=0.5,0.6,0.7', ['t?target=0.5', 't?target=0.6', 't?target=0.7']],
    ['t.ts?a=1,2&b=x,y', ['t?a=1&b=x', 't?a=1&b=y', 't?a=2&b=x', 't?a=2&b=y']],
    ['web=hpa.lua;api=dir/b.lua', ['web=hpa;api=b']],
    ['web=hpa.lua?t=1,2;none', ['web=hpa?t=1;none', 'web=hpa?t=2;none']],
  ])('%s', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });
});

it('reads values as numbers and truth values where that is their one spelling', () => {
  expect(parsePolicySpec('a.lua?n=0.5&t=true&s=5m&z=05')[0].references).toEqual([
    { serviceName: '*', target: 'a.lua', params: { n: 0.5, t: true, s: '5m', z: '05' } },
  ]);
});

it('binds services, and the rest to the part without one', () => {
  expect(
    parsePolicySpec('web=a.lua;b.lua')[0].references.map(({ serviceName, target }) => [serviceName, target]),
  ).toEqual([
    ['web', 'a.lua'],
    ['*', 'b.lua'],
  ]);
});

it('keeps an equals sign that is part of a path', () => {
  expect(parsePolicySpec('./a=b.lua')[0].references[0]).toMatchObject({ serviceName: '*', target: './a=b.lua' });
});

it.each([
  ['', 'has an empty part'],
  ['web=', 'names no policy'],
  ['a.lua?', 'has the parameter ""'],
  ['a.lua?x', 'has the parameter "x"'],
  ['a.lua?x=', 'has the parameter "x="'],
  ['a.lua?x=1,,2', 'has an empty value'],
  ['a.lua?x=1&x=2', 'gives the parameter x twice'],
  ['web=a.lua;web=b.lua', 'two policies for the service web'],
  ['a.lua;b.lua', 'two policies without a service'],
  ['none?x=1', 'gives parameters to none'],
  [
    `a.lua?${'abcd'
      .split('')
      .map((name) => `${name}=1,2,3,4,5,6`)
      .join('&')}`,
    'makes more than 1000 candidates',
  ],
])('refuses %j as wrong usage', (text, message) => {
  expect(() => parsePolicySpec(text)).toThrow(message);
  expect(() => parsePolicySpec(text)).toThrow(expect.objectContaining({ exitCode: 2 }));
});
