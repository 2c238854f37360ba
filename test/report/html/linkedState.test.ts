import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatLinkedState, parseLinkedState } from '../../../src/report/html/page/linkedState.js';

describe('a link to a view', () => {
  it('names the cursor, the zoom, the policy and the place', () => {
    const state = { scenario: 1, timeline: 0, timeSeconds: 1929, zoom: [1200, 2400], policy: 'a b&c' } as const;
    expect(formatLinkedState(state)).toBe('#t=1929&z=1200-2400&p=a%20b%26c&s=1.0');
  });

  it('is empty where there is nothing to say', () => {
    expect(formatLinkedState({ scenario: 0, timeline: 0 })).toBe('');
  });

  it('is read back as it was written, whatever the name of the policy', () => {
    const choices = fc.dictionary(fc.nat(9999).map(String), fc.string({ unit: 'grapheme' }), {
      minKeys: 1,
      maxKeys: 3,
    });
    const seconds = fc.integer({ min: 0, max: 10_000_000 }).map((tenths) => tenths / 10);
    fc.assert(
      fc.property(
        fc.nat(99),
        fc.nat(99),
        seconds,
        fc.tuple(seconds, seconds).filter(([from, until]) => until > from),
        fc.string({ unit: 'grapheme' }),
        fc.record({ alone: fc.string({ unit: 'grapheme' }), services: choices, references: choices }),
        (scenario, timeline, timeSeconds, zoom, policy, chosen) => {
          const state = { scenario, timeline, timeSeconds, zoom, policy, ...chosen };
          expect(parseLinkedState(formatLinkedState(state))).toEqual(state);
        },
      ),
    );
  });

  it.each([
    ['an anchor', '#timeline-0-0', undefined],
    ['nothing', '', undefined],
    ['a time that is no number', '#t=soon', { scenario: 0, timeline: 0 }],
    ['a zoom that ends before it begins', '#z=9-3', { scenario: 0, timeline: 0 }],
    ['half a code', '#p=%E0%A4', { scenario: 0, timeline: 0, policy: '%E0%A4' }],
    ['only who is shown alone', '#i=hpa', { scenario: 0, timeline: 0, alone: 'hpa' }],
    ['only a tab of the second scenario', '#v1=web', { scenario: 0, timeline: 0, services: { 1: 'web' } }],
    ['a choice in no scenario', '#p=hpa&v=web', { scenario: 0, timeline: 0, policy: 'hpa' }],
    ['only a policy', '#p=hpa', { scenario: 0, timeline: 0, policy: 'hpa' }],
  ])('takes %s for what it is', (_, hash, state) => {
    expect(parseLinkedState(hash)).toEqual(state);
  });
});
