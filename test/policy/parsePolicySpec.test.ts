import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namedCandidates } from '../../src/policy/namedCandidates.js';
import { parsePolicySpec, policiesOf } from '../../src/policy/parsePolicySpec.js';

const namesOf = (texts: readonly string[], serviceNames?: readonly string[]) =>
  namedCandidates(texts, { baseFolder: '/x', serviceNames }).map(({ name }) => name);

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
    expect(namesOf([text])).toEqual(expected);
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
  ['web =a.lua', 'has blanks around "="'],
  ['web= a.lua', 'Write web=a.lua.'],
  ['a.lua;api = b.lua', 'Write api=b.lua.'],
  ['a.lua?x=1e400', 'which no number can hold'],
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

describe('files of the same name are told apart', () => {
  it.each([
    [
      ['a/hpa.yaml', 'b/hpa.yaml'],
      ['a/hpa', 'b/hpa'],
    ],
    [
      ['hpa.yaml', 'k8s/hpa.yaml', 'keda.yaml'],
      ['hpa', 'k8s/hpa', 'keda'],
    ],
    [
      ['k8s/a/hpa.yaml', 'k8s/b/hpa.yaml'],
      ['a/hpa', 'b/hpa'],
    ],
    [
      ['a/k8s/hpa.yaml', 'b/k8s/hpa.yaml'],
      ['a/k8s/hpa', 'b/k8s/hpa'],
    ],
    [
      ['../hpa.yaml', './hpa.yaml'],
      ['../hpa', 'hpa'],
    ],
    [
      ['/abs/a/x.lua', '/abs/b/x.lua'],
      ['a/x', 'b/x'],
    ],
    // A policy that comes with dryscale is named without folder and ending.
    [
      ['target-cpu', 'a/target-cpu.lua', 'none'],
      ['target-cpu', 'a/target-cpu', 'none'],
    ],
    // Other parameters do not say that it is another file.
    [
      ['a/x.lua?target=1', 'b/x.lua'],
      ['a/x?target=1', 'b/x'],
    ],
    [
      ['x.lua', 'x.ts'],
      ['x.lua', 'x.ts'],
    ],
    [
      ['a/x.lua', 'a/x.ts', 'b/x.lua'],
      ['a/x.lua', 'a/x.ts', 'b/x'],
    ],
    [
      ['web=a/x.lua;api=b/x.lua', 'b/x.lua'],
      ['web=a/x;api=b/x', 'b/x'],
    ],
    // One file, however it is spelled, has one name.
    [
      ['./x.lua?t=1', 'a/../x.lua?t=2', '/x/x.lua?t=3'],
      ['x?t=1', 'x?t=2', 'x?t=3'],
    ],
  ])('%j', (texts, expected) => {
    expect(namesOf(texts)).toEqual(expected);
  });

  it('whatever the paths are', () => {
    const path = fc
      .tuple(
        fc.array(fc.constantFrom('a', 'b', 'k8s'), { maxLength: 3 }),
        fc.constantFrom('hpa', 'x'),
        fc.constantFrom('.yaml', '.lua'),
      )
      .map(([folders, stem, ending]) => [...folders, `${stem}${ending}`].join('/'));
    fc.assert(
      fc.property(fc.uniqueArray(path, { maxLength: 6 }), (paths) => {
        const names = namesOf(paths);
        expect(new Set(names).size).toBe(paths.length);
        names.forEach((name, index) => {
          expect(
            [paths[index], paths[index].replace(/\.\w+$/, '')].some((whole) => `/${whole}`.endsWith(`/${name}`)),
          ).toBe(true);
        });
      }),
    );
  });

  it('refuses the same candidate twice, and a label that is another name', () => {
    for (const texts of [
      ['a.lua', './a.lua'],
      ['a.lua', 'a=b.lua'],
    ]) {
      expect(() => namesOf(texts, ['web'])).toThrow('two candidates are named "a"');
    }
  });
});

describe('a name before = is a service, or else a label', () => {
  const services = ['web', 'checkout-api'];
  it.each([
    ['web=hpa.yaml', ['web=hpa']],
    ['tuned=hpa.yaml', ['tuned']],
    ['tuned=hpa.yaml?averageUtilization=60', ['tuned']],
    ['tuned=hpa.yaml?averageUtilization=60,80', ['tuned?averageUtilization=60', 'tuned?averageUtilization=80']],
    ['fixed=static:6', ['fixed']],
    ['checkout-api=a.lua;web=b.lua', ['checkout-api=a;web=b']],
    ['x=a/hpa.yaml', ['x']],
  ])('%s', (text, expected) => {
    expect(namesOf([text], services)).toEqual(expected);
  });

  it('labels drive the services that no one else does', () => {
    expect(parsePolicySpec('tuned=hpa.yaml', services)[0].references).toEqual([
      { serviceName: '*', target: 'hpa.yaml', params: {} },
    ]);
    expect(parsePolicySpec('web=hpa.yaml', services)[0].references[0].serviceName).toBe('web');
  });

  it.each([
    ['wbe=hpa.yaml', 'Did you mean web=hpa.yaml?'],
    ['Web=hpa.yaml', 'Did you mean web=hpa.yaml?'],
    ['webs=hpa.yaml', 'Did you mean web=hpa.yaml?'],
    ['checkout_api=hpa.yaml', 'Did you mean checkout-api=hpa.yaml?'],
    ['none=hpa.yaml', 'means something else'],
    ['all=hpa.yaml', 'means something else'],
    ['web=a.lua;cart=b.lua', 'names the service "cart", and there is none'],
    ['cart=a.lua;b.lua', 'names the service "cart", and there is none'],
    ['tuned=web=a.lua', 'binds the service web under the label tuned'],
    ['tuned=', 'names no policy'],
  ])('refuses %s as wrong usage', (text, message) => {
    expect(() => parsePolicySpec(text, services)).toThrow(message);
    expect(() => parsePolicySpec(text, services)).toThrow(expect.objectContaining({ exitCode: 2 }));
  });

  it('no typo of one letter becomes a label', () => {
    const typo = fc.tuple(fc.constantFrom(...services), fc.nat({ max: 20 }), fc.constantFrom('', 'x', 'Q', '7'));
    fc.assert(
      fc.property(typo, ([service, at, letter]) => {
        const place = at % service.length;
        const label = service.slice(0, place) + letter + service.slice(place + 1);
        fc.pre(!services.includes(label));
        expect(() => parsePolicySpec(`${label}=hpa.yaml`, services)).toThrow('Did you mean');
      }),
    );
  });
});

describe('policies that drive a service together', () => {
  const members = (text: string) =>
    parsePolicySpec(text).map(({ references }) =>
      references.map((reference) => policiesOf(reference).map(({ target, params }) => [target, params])),
    );

  it.each([
    [
      'web=a.lua+b.lua',
      [
        [
          ['a.lua', {}],
          ['b.lua', {}],
        ],
      ],
    ],
    [
      'a.lua?x=1+b.yaml?y=2',
      [
        [
          ['a.lua', { x: 1 }],
          ['b.yaml', { y: 2 }],
        ],
      ],
    ],
    [
      'target-cpu+hpa-default',
      [
        [
          ['target-cpu', {}],
          ['hpa-default', {}],
        ],
      ],
    ],
    [
      'web=a.lua+b.ts+c.yaml;api=d.lua',
      [
        [
          ['a.lua', {}],
          ['b.ts', {}],
          ['c.yaml', {}],
        ],
        [['d.lua', {}]],
      ],
    ],
    // No plus between two policies.
    ['./a+b.lua', [[['./a+b.lua', {}]]]],
    ['a.lua?x=1e+5', [[['a.lua', { x: '1e+5' }]]]],
    ['a.lua?who=one+two', [[['a.lua', { who: 'one+two' }]]]],
  ])('%s', (text, expected) => {
    expect(members(text)).toEqual([expected]);
  });

  it('are combined with every value of each', () => {
    expect(members('a.lua?x=1,2+b.lua?y=3,4')).toHaveLength(4);
  });

  it.each([
    ['a.lua+', /nothing behind "\+"/],
    ['web=a.lua+web=b.lua', /Write web= once/],
    ['a.lua+static:3', /static:3 beside another policy/],
    ['none+a.lua', /none beside another policy/],
  ])('%s is refused', (text, words) => {
    expect(() => parsePolicySpec(text)).toThrow(words);
  });
});
