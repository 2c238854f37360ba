import { describe, expect, it } from 'vitest';
import { studyOf } from '../../../src/report/analysis/study.js';
import { chartDataOf } from '../../../src/report/html/data/chartDataOf.js';
import { renderHtmlReport } from '../../../src/report/html/page.js';
import type { ResultDocument } from '../../../src/results/results.js';
import { sampleDocument } from '../sampleDocument.js';

interface Given {
  readonly cost: number;
  readonly quality: number;
}

/** The document, in which policies cost and are right so. */
function withQuality(given: readonly Given[], limit?: number): ResultDocument {
  const document = sampleDocument({ policies: given.length });
  const [scenario] = document.scenarios;
  const exact = (mean: number) => ({ mean, low: mean, high: mean, values: [mean] });
  const policies = scenario.policies.map((policy, index) => {
    if (!('measures' in policy)) return policy;
    const { cost, quality } = given[index];
    const threshold = { metric: 'quality', expression: `value>${limit}`, value: quality };
    return {
      ...policy,
      measures: { ...policy.measures, cost_usd: exact(cost), quality: exact(quality) },
      thresholds: limit === undefined ? [] : [{ ...threshold, ok: quality > limit }],
    };
  });
  return { ...document, scenarios: [{ ...scenario, policies }] } as unknown as ResultDocument; // safe: measures and limits like the others
}

const dataOf = (document: ResultDocument) =>
  chartDataOf(studyOf(document.scenarios[0]), { samplesMax: 90, changesMax: 90 }).quality;
const titleOf = (document: ResultDocument) =>
  /<h2 id="quality-0"[^>]*>(.*?)<\/h2>/.exec(renderHtmlReport(document, { clientScript: '' }))?.[1];

const three: readonly Given[] = [
  { cost: 3, quality: 0.73 },
  { cost: 15, quality: 0.82 },
  { cost: 27, quality: 0.86 },
];

describe('cost against right answers', () => {
  it('is drawn where models err, and nowhere else', () => {
    expect(dataOf(withQuality(three))?.points.map(({ cost, value }) => [cost, value])).toEqual([
      [3, 0.73],
      [15, 0.82],
      [27, 0.86],
    ]);
    expect(dataOf(withQuality(three.map(({ cost }) => ({ cost, quality: 1 }))))).toBeNull();
    expect(dataOf(sampleDocument())).toBeNull();
    expect(titleOf(sampleDocument())).toBeUndefined();
  });

  it('names the cheapest that is right often enough where the scenario says how often, and nobody otherwise', () => {
    const [, second] = withQuality(three).scenarios[0].policies;
    expect(titleOf(withQuality(three, 0.8))).toBe(`Cheapest with quality &gt; 0.8: ${second.name}`);
    expect(titleOf(withQuality(three, 0.9))).toBe('Cost against right answers');
    expect(titleOf(withQuality(three))).toBe('Cost against right answers');
    expect(dataOf(withQuality(three, 0.8))?.limit).toEqual({ value: 0.8, text: 'breaks quality > 0.8' });
  });
});
