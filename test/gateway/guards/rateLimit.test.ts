import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../../src/base/problem.js';
import { clientMistakes } from '../../../src/scenario/clientMistakes.js';
import { parseScenario } from '../../../src/scenario/load.js';
import type { ScenarioInput } from '../../../src/scenario/schema.js';
import { runWithLua } from '../../support/runWithLua.js';

type Gateway = NonNullable<ScenarioInput['gateway']>;

/** Two sources of one class and one of another; all answers are good and fast. */
function limited(gateway: Gateway): ScenarioInput {
  const even = (request: string, rate: number) => ({
    executor: 'constant-arrival-rate' as const,
    rate,
    arrivals: 'even' as const,
    request,
  });
  return {
    name: 'limited',
    duration: '100s',
    traffic: { app: even('page', 30), web: even('page', 50), batch: even('export', 40) },
    requests: { page: { route: 'site', io: '10ms' }, export: { route: 'site', io: '10ms' } },
    services: { site: { scaling: { min: 2, max: 2 } } },
    gateway,
  };
}

function countsOf(input: ScenarioInput): { [source: string]: { completed: number; rate_limited: number } } {
  const { groups } = runWithLua(input);
  return Object.fromEntries(
    groups.map(({ source, counts: { completed, rate_limited } }) => [source, { completed, rate_limited }]),
  );
}

describe('a rate limit', () => {
  it('answers 429 to what exceeds it: by all', () => {
    const { measures } = runWithLua(limited({ rateLimit: [{ requests: 100, per: '1s' }] }));
    // 120 a second come; 100 a second and once a full bucket of 100 go through.
    expect(measures.requests_rate_limited).toBeCloseTo(12_000 - 10_000 - 100, -1);
    expect(measures.requests_completed).toBe(12_000 - (measures.requests_rate_limited ?? 0));
    expect(measures.requests_rejected).toBe(0);
  });

  it('by class gives the sources of a class one bucket', () => {
    const counts = countsOf(limited({ rateLimit: [{ requests: 60, by: 'class' }] }));
    // 80 pages a second share 60 a second and once a full bucket; 40 exports stay below theirs.
    expect(Math.abs(counts.app.completed + counts.web.completed - 6060)).toBeLessThanOrEqual(2);
    expect(counts.batch.completed).toBe(4000);
  });

  it('by source gives each source its own', () => {
    const counts = countsOf(limited({ rateLimit: [{ requests: 45, by: 'source' }] }));
    expect(counts.app.completed).toBe(3000);
    expect(Math.abs(counts.web.completed - 4545)).toBeLessThanOrEqual(2);
    expect(counts.batch.completed).toBe(4000);
  });

  it('by client gives each its own, and few that send most are stopped', () => {
    const input = (skew: number): ScenarioInput => ({
      ...limited({ rateLimit: [{ requests: 10, burst: 20, by: 'client' }] }),
      traffic: {
        app: { executor: 'constant-arrival-rate', rate: 200, request: 'page', clients: 50, skew },
        // Each user is a client: 20 a second from each of 5.
        web: { executor: 'constant-vus', vus: 5, duration: '100s', request: 'page', think: '40ms' },
      },
    });
    const even = countsOf(input(0));
    // 4 a second each, of 10: a Poisson stream hardly ever empties a bucket of 20.
    expect(even.app.rate_limited).toBeLessThan(50);
    expect(Math.abs(even.web.completed - 5 * 1020)).toBeLessThanOrEqual(5);
    const skewed = countsOf(input(1.1));
    const total = Array.from({ length: 50 }, (_, i) => (i + 1) ** -1.1).reduce((sum, weight) => sum + weight, 0);
    const through = Array.from({ length: 50 }, (_, i) => Math.min(10, (200 * (i + 1) ** -1.1) / total)).reduce(
      (sum, rate) => sum + rate,
      0,
    );
    // What a client sends beyond its rate is refused, but for the full buckets at first.
    expect(skewed.app.completed / 100 / through).toBeGreaterThan(0.95);
    expect(skewed.app.completed / 100 / through).toBeLessThan(1.05);
  });

  it('of the gateway is one limit, whichever services the tries go to', () => {
    const two = limited({ rateLimit: [{ requests: 60 }] });
    const { measures } = runWithLua({
      ...two,
      requests: { page: { route: 'site', io: '10ms' }, export: { route: 'batch', io: '10ms' } },
      services: { site: { scaling: { min: 2, max: 2 } }, batch: { scaling: { min: 2, max: 2 } } },
    });
    expect(Math.abs((measures.requests_completed ?? 0) - 6060)).toBeLessThanOrEqual(2);
  });

  it('by client or a hash is what clients are for: elsewhere they are warned of', () => {
    const warningsWith = (gateway: Gateway) =>
      clientMistakes(
        parseScenario({
          ...limited(gateway),
          traffic: { app: { executor: 'constant-arrival-rate', rate: 1, request: 'page', clients: 9 } },
        }),
      ).map(({ path, isWarning }) => `${path.join('.')} ${isWarning}`);
    expect(warningsWith({ rateLimit: [{ requests: 1 }] })).toEqual(['traffic.app.clients true']);
    expect(warningsWith({ rateLimit: [{ requests: 1, by: 'client' }] })).toEqual([]);
    expect(warningsWith({ balancer: 'consistent-hash' })).toEqual([]);
  });

  it('lets a burst through and no more: a full bucket is what was saved', () => {
    const { measures } = runWithLua(limited({ rateLimit: [{ requests: 1, per: '1h', burst: 700 }] }));
    expect(measures.requests_completed).toBe(700);
  });

  it('takes from every limit or from none', () => {
    // The second refuses nearly all, so the first never runs dry of what it let through.
    const both = runWithLua(
      limited({
        rateLimit: [
          { requests: 3, per: '1s', burst: 3 },
          { requests: 1, per: '1s', burst: 1 },
        ],
      }),
    );
    expect(both.measures.requests_completed).toBeGreaterThanOrEqual(100);
    expect(both.measures.requests_completed).toBeLessThanOrEqual(102);
  });

  it('is tried again only where retries name 429', () => {
    const attemptsOf = (on: ('5xx' | 'timeout' | '429')[]) =>
      runWithLua(limited({ rateLimit: [{ requests: 1, per: '1h', burst: 1 }], retries: { attempts: 3, on } }));
    const [plain, named] = [attemptsOf(['5xx', 'timeout']), attemptsOf(['429'])];
    expect(plain.measures.attempts).toBe(12_000);
    expect(named.measures.attempts).toBe(1 + 3 * 11_999);
    for (const { measures } of [plain, named]) expect(measures.requests_rate_limited).toBe(11_999);
  });

  it('is no measure of a scenario without one', () => {
    expect(runWithLua(limited({})).measures).not.toHaveProperty('requests_rate_limited');
  });

  it('names what is wrong with its settings', () => {
    const wrong = {
      rateLimit: [
        { requests: 0, per: '1s' },
        { requests: 5, by: 'user' },
        { requests: 1, burst: 0.5 },
      ],
    };
    // safe: wrong on purpose
    const parse = () => parseScenario(limited(wrong as unknown as Gateway));
    expect(parse).toThrow(ProblemError);
    try {
      parse();
    } catch (thrown) {
      if (!(thrown instanceof ProblemError)) throw thrown;
      expect(thrown.problems.map(({ where }) => where)).toHaveLength(3);
    }
  });
});
