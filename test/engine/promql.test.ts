import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RunEventLine } from '../../src/record/runEvents.js';
import type { ScenarioInput } from '../../src/scenario/schema.js';
import { runWithLua } from '../support/runWithLua.js';
import { caseCounts } from '../support/sampled.js';

const shop = (telemetry: object, rate: number): ScenarioInput => ({
  name: 'shop',
  duration: '11m',
  traffic: { load: { executor: 'constant-arrival-rate', rate } },
  requests: { page: { route: 'web', cpu: { exponential: { mean: '40ms' } }, errorRate: 0.05 } },
  services: { web: { instance: { vcpus: 2 }, scaling: { min: 1, max: 4, initial: 2 } } },
  telemetry: { phase: '0s', ...telemetry },
});

/** Asks each query once at 600 s; the reply's body. */
const asking = (queries: readonly string[]) => `
  local http, d = require("socket.http"), require("dryscale")
  d.sleep(600)
  for _, query in ipairs({ ${queries.map((query) => `[==[${query}]==]`).join(', ')} }) do
    local encoded = query:gsub("[^%w]", function(c) return string.format("%%%02X", c:byte()) end)
    print((http.request("http://prometheus:9090/api/v1/query?query=" .. encoded)))
  end`;

interface Answered {
  readonly numbers: readonly number[];
  readonly events: readonly RunEventLine[];
  readonly findings: readonly string[];
}

function answer(scenario: ScenarioInput, queries: readonly string[]): Answered {
  const events: RunEventLine[] = [];
  const { findings } = runWithLua(scenario, asking(queries), { onEvent: (event) => events.push(event) });
  const lines = events.flatMap((event) => (event.kind === 'log' ? [String(Reflect.get(event, 'text'))] : []));
  const numbers = lines
    .slice(0, queries.length)
    .map((line) => Number(JSON.parse(line).data.result[0]?.value[1] ?? Number.NaN));
  return { numbers, events, findings };
}

describe('PromQL in a run', () => {
  for (const { tags, numRuns } of caseCounts(2, 8))
    it('counts what the timeline counts, scrape by scrape, however late telemetry is', { tags }, () => {
      const worlds = fc.record({
        scrape: fc.constantFrom(5, 10, 15, 30),
        delay: fc.constantFrom(0, 7, 40),
        rate: fc.constantFrom(3, 20),
      });
      fc.assert(
        fc.property(worlds, ({ scrape, delay, rate }) => {
          const { numbers, events } = answer(shop({ scrape: `${scrape}s`, delay: `${delay}s` }, rate), [
            'sum(increase(http_requests_total[5m]))',
            'sum(rate(http_requests_total{code="500"}[5m]))',
            'sum(rate(http_request_duration_seconds_bucket{le="0.1"}[5m]))',
          ]);
          // By hand: the counter at the first and the last scrape of (300, 600] that can be seen, stretched to the span.
          const first = (Math.floor(300 / scrape) + 1) * scrape;
          const last = Math.floor((600 - delay) / scrape) * scrape;
          const answers = events.filter(({ kind }) => kind === 'completed' || kind === 'failed');
          const between = (test: (event: RunEventLine) => boolean) =>
            answers.filter((event) => event.time_s > first && event.time_s <= last && test(event)).length;
          const end = 600 - last >= scrape * 1.1 ? scrape / 2 : 600 - last;
          const stretch = (last - first + Math.min(first - 300, scrape) + end) / (last - first);
          expect(numbers[0]).toBeCloseTo(between(() => true) * stretch, 6);
          expect(numbers[1]).toBeCloseTo((between(({ kind }) => kind === 'failed') * stretch) / 300, 5);
          const fast = between((event) => Number(Reflect.get(event, 'latency_ms')) <= 100);
          expect(Math.abs(numbers[2] - (fast * stretch) / 300)).toBeLessThan(0.03 * rate * stretch + 1e-9);
        }),
        { numRuns },
      );
    });

  it('has the CPU that our own metric has, and nothing while the data is stale', { tags: ['ci'] }, () => {
    const { numbers } = answer(shop({ window: '5m' }, 20), [
      'cpu_utilization',
      'avg(rate(container_cpu_usage_seconds_total{pod=~"web-.*"}[5m])) / 2',
      '(100 - avg(rate(node_cpu_seconds_total{mode="idle"}[5m])) * 100) / 100',
    ]);
    expect(numbers[1]).toBeCloseTo(numbers[0], 1);
    expect(numbers[2]).toBeCloseTo(numbers[1], 6);
    const stale = {
      ...shop({ staleAfter: '0s' }, 20),
      faults: [{ kind: 'metrics-outage', of: 'targets', at: '550s', for: '2m' }],
    };
    expect(answer(stale as ScenarioInput, ['in_flight', 'vector(1)']).numbers).toEqual([Number.NaN, 1]);
  });

  it('keeps counters for an hour, and says so where a query reads further back', () => {
    const long = { ...shop({}, 1), duration: '90m' } as const;
    const code = `local http, d = require("socket.http"), require("dryscale")
      d.sleep(5300)
      print((http.request("http://p/api/v1/query?query=sum(increase(http_requests_total[1h]))")))
      print((http.request("http://p/api/v1/query?query=sum(increase(http_requests_total[80m]))")))`;
    const { findings } = runWithLua(long, code);
    expect(findings.join()).toContain('which are kept no more');
    expect(findings.filter((finding) => finding.startsWith('PromQL'))).toHaveLength(1);
  });
});
