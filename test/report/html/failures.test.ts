import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { studyOf } from '../../../src/report/analysis/study.js';
import { cardsOf } from '../../../src/report/html/cards.js';
import { failureMaxOf, failureShareAt, failuresOf } from '../../../src/report/html/data/failures.js';
import { headlineOf } from '../../../src/report/words.js';
import { pageCases, twelve } from './pageCases.js';
import { richDocument } from './richDocument.js';

const [timeline] = richDocument({ policies: 1 }).scenarios[0].policies.flatMap((one) =>
  'timeline' in one ? one.timeline : [],
);
const counts = fc.array(fc.record({ ended: fc.nat(200), failed: fc.nat(20), timed_out: fc.nat(20) }), {
  minLength: 1,
  maxLength: 300,
});

describe('the shares of requests that failed', () => {
  it('weigh each span by its requests, and lie under the top of their scale', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 120 }), (steps, countMax) => {
        const outcomes = {
          ended: steps.map(({ ended, failed, timed_out }) => ended + failed + timed_out),
          failed: steps.map(({ failed }) => failed),
          timed_out: steps.map(({ timed_out }) => timed_out),
        };
        const found = failuresOf({ ...timeline, outcomes }, countMax);
        if (found === null) throw new Error('the document says how requests ended');
        expect(found.failed.length).toBeLessThanOrEqual(countMax);
        const width = Math.round(found.stepSeconds / timeline.step_s);
        const sum = (list: readonly number[], span: number) =>
          list.slice(span * width, (span + 1) * width).reduce((a, b) => a + b, 0);
        for (const [span, share] of found.failed.entries()) {
          const total = sum(outcomes.ended, span);
          // Two digits are more than a pixel shows.
          const exact = total === 0 ? 0 : sum(outcomes.failed, span) / total;
          expect(Math.abs(share - exact)).toBeLessThanOrEqual(0.051 * exact);
        }
        const top = failureMaxOf([found]);
        for (const span of found.failed.keys())
          expect(failureShareAt(found, span)).toBeLessThanOrEqual((top ?? 0) * 1.02);
      }),
    );
  });

  it('are no picture where nothing failed or the document does not say', () => {
    const { outcomes: _outcomes, ...silent } = timeline;
    expect(failuresOf(silent, 100)).toBeNull();
    expect(
      failureMaxOf([null, { stepSeconds: 10, failed: [0, 0], rejected: [], rateLimited: [], timedOut: [] }]),
    ).toBeNull();
  });
});

describe('the answer on top', () => {
  it('has the cards of those that meet every limit first', () => {
    const study = studyOf(twelve().scenarios[0]);
    const qualifies = cardsOf(study)
      .filter(({ candidate }) => !candidate.isOfHindsight)
      .map(({ candidate }) => candidate.qualifies);
    expect(qualifies).toEqual([...qualifies].sort((a, b) => Number(b) - Number(a)));
    expect(new Set(qualifies).size).toBe(2);
  });

  it('judges nothing where no request arrives', () => {
    const [, document] = pageCases.find(([name]) => name === 'no traffic') ?? pageCases[0];
    expect(headlineOf(studyOf(document().scenarios[0]))).toEqual([
      'No request arrives in this run, so no limit can be judged.',
    ]);
  });
});
