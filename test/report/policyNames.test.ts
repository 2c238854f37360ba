import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shortestSuffixes } from '../../src/base/shortestSuffixes.js';
import { namedCandidates } from '../../src/policy/namedCandidates.js';
import { factorNames, fitName, fitNames, shortNames } from '../../src/report/policyNames.js';
import { caseCounts } from '../support/sampled.js';

describe('short names leave out what all have in common', () => {
  it.each([
    [['hpa?averageUtilization=60'], ['hpa?averageUtilization=60']],
    [
      ['hpa?averageUtilization=60', 'hpa?averageUtilization=80'],
      ['averageUtilization=60', 'averageUtilization=80'],
    ],
    [
      ['none', 'hpa', 'hpa?target=60&min=2', 'hpa?target=80&min=2'],
      ['none', 'hpa', 'target=60', 'target=80'],
    ],
    [
      ['hpa?a=1&b=2&c=3', 'hpa?a=1&b=2&c=4', 'hpa?a=2&b=2&c=3'],
      ['a=1&c=3', 'a=1&c=4', 'a=2&c=3'],
    ],
    // Two files that are swept: the file is part of what differs.
    [
      ['hpa?target=1&w=5m', 'hpa?target=2&w=5m', 'keda?target=1', 'keda?target=2'],
      ['hpa?target=1', 'hpa?target=2', 'keda?target=1', 'keda?target=2'],
    ],
    [
      ['a/hpa?target=60', 'b/hpa?target=60'],
      ['a/hpa', 'b/hpa'],
    ],
    [
      ['k8s/prod/hpa', 'k8s/stage/hpa'],
      ['prod/hpa', 'stage/hpa'],
    ],
    [
      ['web=hpa?t=1;api=b', 'web=hpa?t=2;api=b', 'none'],
      ['web.t=1', 'web.t=2', 'none'],
    ],
    [
      ['web=hpa;api=b', 'web=keda;api=b'],
      ['web=hpa', 'web=keda'],
    ],
    // `hpa` is another policy here than `hpa?target=1`.
    [
      ['hpa', 'hpa?target=1', 'keda?target=1'],
      ['hpa', 'hpa?target=1', 'keda?target=1'],
    ],
    // The first has nothing of its own, and its file's name alone would be without `a=1`.
    [
      ['hpa?a=1', 'hpa?a=1&b=2'],
      ['hpa?a=1', 'b=2'],
    ],
    // A label that looks like a parameter.
    [
      ['t=1', 'hpa?t=1', 'hpa?t=2'],
      ['t=1', 'hpa?t=1', 'hpa?t=2'],
    ],
    [[], []],
  ])('%j', (names, expected) => {
    expect(shortNames(names)).toEqual(expected);
  });

  it('tells what was left out', () => {
    expect(factorNames(['none', 'hpa?a=1&b=2', 'hpa?a=2&b=2'])).toEqual([
      { short: 'none', pattern: undefined },
      { short: 'a=1', pattern: 'hpa?a=..&b=2' },
      { short: 'a=2', pattern: 'hpa?a=..&b=2' },
    ]);
  });
});

/** Few words, so that names share much. */
const word = fc.constantFrom('hpa', 'keda', 'none', 'a/hpa', 'b/hpa', 'x/a/hpa', 'static:6', '', 't=1');
const field = fc
  .tuple(fc.constantFrom('a', 'b', 'web.a'), fc.constantFrom('1', '2', '0.5', 'x=y'))
  .map((p) => p.join('='));
const part = fc
  .tuple(fc.constantFrom('', '', 'web=', 'api='), word, fc.uniqueArray(field, { maxLength: 3 }))
  .map(([prefix, stem, fields]) => `${prefix}${stem}${fields.length === 0 ? '' : `?${fields.join('&')}`}`);
const nameOf = fc.oneof(
  fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(';')),
  fc.string({ maxLength: 12, unit: 'grapheme' }),
);
const namesOf = fc.uniqueArray(nameOf, { maxLength: 8 });

/** The values that a short name fills into its pattern. */
const valuesOf = (short: string) =>
  short.split(';').flatMap((one) => {
    const query = one.includes('?') ? one.slice(one.indexOf('?') + 1) : one;
    return query.split('&').flatMap((text) => (text.includes('=') ? [text.slice(text.indexOf('=') + 1)] : []));
  });

describe('whatever the names are', () => {
  it('short names differ, and none is the whole name of another', () => {
    fc.assert(
      fc.property(namesOf, (names) => {
        const short = shortNames(names);
        expect(short).toHaveLength(names.length);
        expect(new Set(short).size).toBe(names.length);
        short.forEach((one, index) => {
          expect(names.filter((_, other) => other !== index)).not.toContain(one);
          expect(one.length).toBeLessThanOrEqual(names[index].length + 1);
        });
      }),
      { numRuns: 500 },
    );
  });

  it('a name alone is unchanged', () => {
    fc.assert(
      fc.property(nameOf, (name) => {
        expect(shortNames([name])).toEqual([name]);
      }),
    );
  });

  for (const { tags, numRuns } of caseCounts(30, 300))
    it('a sweep joined with its pattern gives the whole names', { tags }, () => {
      const values = fc.uniqueArray(fc.integer({ min: 0, max: 99 }), { minLength: 1, maxLength: 4 });
      const query = fc
        .dictionary(fc.constantFrom('a', 'b', 'c', 'd.e'), values, { minKeys: 1 })
        .map((lists) => Object.entries(lists).map(([key, list]) => `${key}=${list.join(',')}`));
      const spec = fc
        .tuple(fc.constantFrom('', 'web='), fc.constantFrom('hpa', 'keda'), query)
        .map(([prefix, stem, fields]) => `${prefix}${stem}.yaml?${fields.join('&')}`);
      fc.assert(
        fc.property(fc.uniqueArray(spec, { minLength: 1, maxLength: 3 }), (specs) => {
          const names = [
            ...new Set(specs.flatMap((text) => namedCandidates([text], { baseFolder: '/x' }).map(({ name }) => name))),
          ];
          factorNames(names).forEach(({ short, pattern }, index) => {
            const fill = valuesOf(short.replace(/^web=/, ''));
            const whole = pattern?.replace(/=\.\./g, () => `=${fill.shift()}`) ?? short;
            expect(whole).toBe(names[index]);
          });
        }),
        { numRuns },
      );
    });

  it('fitted names keep to the width, differ, and names that fit are unchanged', () => {
    fc.assert(
      fc.property(namesOf, fc.integer({ min: 5, max: 40 }), (names, width) => {
        const fitted = fitNames(names, width);
        expect(new Set(fitted).size).toBe(names.length);
        fitted.forEach((text, index) => {
          expect([...text].length).toBeLessThanOrEqual(width);
          if ([...names[index]].length <= width) expect(text).toBe(names[index]);
        });
      }),
      { numRuns: 500 },
    );
  });
});

it('cuts in the middle, so that both ends stay', () => {
  expect(fitName('checkout-service-hpa-tuned', 16)).toBe('checkou..a-tuned');
  expect(fitName('averageUtilization=60', 14)).toBe('averag..ion=60');
  expect(fitName('hpa', 3)).toBe('hpa');
  expect(fitName('hpa-tuned', 2)).toBe('hp');
});

it('moves the cut where names differ in the middle only', () => {
  const names = ['checkout-web-60-percent-hpa-tuned', 'checkout-web-80-percent-hpa-tuned'];
  expect(fitNames(names, 18)).toEqual(['checkout-web-6..ed', 'checkout-web-8..ed']);
  expect(fitNames(names, 10)).toEqual(['ch..60-per', 'ch..80-per']);
});

it.each([
  [
    ['a/hpa', 'b/hpa'],
    ['a/hpa', 'b/hpa'],
  ],
  [
    ['x/a/hpa', 'y/a/hpa', 'keda'],
    ['x/a/hpa', 'y/a/hpa', 'keda'],
  ],
  [
    ['x/a/hpa', 'x/b/hpa'],
    ['a/hpa', 'b/hpa'],
  ],
  [
    ['hpa', 'a/hpa', 'b/a/hpa'],
    ['hpa', 'a/hpa', 'b/a/hpa'],
  ],
  [
    ['a/hpa', 'a/hpa'],
    ['hpa', 'hpa'],
  ],
])('the shortest suffixes of %j', (paths, expected) => {
  expect(shortestSuffixes(paths)).toEqual(expected);
});
