import { describe, expect, it } from 'vitest';
import { meanByLonelyQuantile } from '../../src/derive/lonelyQuantile.js';
import type { LoadTestEvidence } from '../../src/imports/evidence/loadTest/loadTestEvidence.js';

const none = { meanSeconds: null, p50Seconds: null, p90Seconds: null, p95Seconds: null, p99Seconds: null };

function loadTest(latency: Partial<LoadTestEvidence['latency']>): LoadTestEvidence {
  return {
    ...{ kind: 'load-test', file: 'k6.json', summary: 'made', tool: 'k6', form: 'summary-export', requestCount: 100 },
    ...{ durationSeconds: null, ratePerSecond: null, failedShare: null, droppedIterationCount: 0, maxVUs: null },
    latency: { count: 100, ...none, ...latency },
    ...{ activeVUs: [], failedThresholds: [], recording: { startUnixSeconds: null, series: [] } },
    ...{ scenarios: [], classes: [], knee: { status: 'unknown', why: 'made' } },
  };
}

describe('a latency of which one quantile is known', () => {
  it.each([
    ['p90Seconds', 1.2816],
    ['p95Seconds', 1.6449],
    ['p99Seconds', 2.3263],
  ] as const)('has a mean in a range that holds every lognormal spread, by %s', (key, z) => {
    const found = meanByLonelyQuantile([loadTest({ [key]: 0.3 })]);
    for (const sigma of [0, 0.2, 0.5, 0.8326, 1, 2, 3]) {
      const mean = 0.3 / Math.exp(z * sigma - sigma ** 2 / 2);
      if (mean > 0.3) continue;
      expect(mean).toBeGreaterThanOrEqual((found?.low ?? 1) * (1 - 1e-9));
      expect(mean).toBeLessThanOrEqual((found?.high ?? 0) * (1 + 1e-9));
    }
    expect(found?.words).toBe(`${key.slice(0, 3)} is 300 ms in k6.json, and no file has a mean or a median latency`);
  });

  it('is not asked where the mean or the median is known, or nothing is', () => {
    for (const latency of [{ p95Seconds: 0.3, meanSeconds: 0.1 }, { p95Seconds: 0.3, p50Seconds: 0.1 }, {}])
      expect(meanByLonelyQuantile([loadTest(latency)])).toBeUndefined();
  });
});
