import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RunEventLine } from '../../../src/record/runEvents.js';
import type { RunResult } from '../../../src/results/runResult.js';
import type { ScenarioInput } from '../../../src/scenario/schema.js';
import { anyScenario } from '../../support/anyScenario.js';
import { runWithLua } from '../../support/runWithLua.js';
import { followTries } from '../../support/triesOf.js';

type Hedging = NonNullable<NonNullable<ScenarioInput['gateway']>['hedging']>;

/** 100 a second, exponential of 1 s on average, on instances whose slots are always free. */
function roomy(hedging: Hedging, parts: Partial<ScenarioInput> = {}): ScenarioInput {
  return {
    name: 'roomy',
    duration: '300s',
    traffic: { load: { executor: 'constant-arrival-rate', rate: 100 } },
    requests: { page: { route: 'web', io: { exponential: { mean: '1s' } } } },
    services: { web: { scaling: { min: 4, max: 4, policy: 'none' } } },
    gateway: { balancer: 'random', hedging },
    ...parts,
  };
}

function countsOf({ measures }: RunResult) {
  const count = (name: string) => measures[name] ?? 0;
  return {
    offered: count('requests_offered'),
    hedges: count('hedges'),
    won: count('hedges_won'),
    attempts: count('attempts'),
  };
}

const near = (value: number, truth: number, ratio: number) => expect(Math.abs(value / truth - 1)).toBeLessThan(ratio);

describe('hedging', () => {
  it('leaves the tail of two independent tries: exp(-t) exp(-(t - h)) beyond h', () => {
    const h = 0.5;
    const { measures } = runWithLua(roomy({ after: '500ms' }));
    // P(latency > t) = exp(-t - (t - h)), so the quantile p lies at (h - ln(1 - p)) / 2. Of 30,000 requests.
    for (const [p, name] of [
      [0.9, 'latency_p90_ms'],
      [0.99, 'latency_p99_ms'],
    ] as const)
      near(measures[name] ?? 0, 500 * (h - Math.log(1 - p)), 0.04);
    // The integral of the tail: 1 - exp(-h) up to h, exp(-h) / 2 beyond.
    near(measures.latency_mean_ms ?? 0, 1000 * (1 - Math.exp(-h) / 2), 0.02);
  });

  it('begins a try for each request that is open then, of which half win', () => {
    const { offered, hedges, won, attempts } = countsOf(runWithLua(roomy({ after: '500ms' })));
    near(hedges / offered, Math.exp(-0.5), 0.03);
    expect(attempts).toBe(offered + hedges);
    near(won / hedges, 0.5, 0.05);
  });

  it('begins none where the answer came in time', () => {
    const quick = { requests: { page: { route: 'web', io: '400ms' } } };
    expect(countsOf(runWithLua(roomy({ after: '401ms' }, quick))).hedges).toBe(0);
    expect(countsOf(runWithLua(roomy({ after: '400ms' }, quick))).hedges).toBe(0);
  });

  it('after p95 hedges about 5 % of the requests, once it has seen the slow ones', () => {
    const { offered, hedges } = countsOf(runWithLua(roomy({ after: 'p95' }, { duration: '700s', warmup: '60s' })));
    near(hedges / offered, 0.05, 0.1);
  });

  it('goes to an instance that was not tried: a stalled one costs the delay and no more', () => {
    const stalled = roomy(
      { after: '300ms' },
      {
        requests: { page: { route: 'web', io: '100ms' } },
        faults: [{ kind: 'stall', at: '10s', for: '200s', count: 1 }],
      },
    );
    for (const balancer of ['round-robin', 'random', 'power-of-two'] as const) {
      const { measures } = runWithLua({ ...stalled, gateway: { ...stalled.gateway, balancer } });
      expect(measures.latency_max_ms).toBeLessThanOrEqual(400.1);
      expect(measures.requests_unfinished).toBeLessThanOrEqual(40);
    }
  });

  it('with one instance goes there again', () => {
    const { offered, hedges, attempts } = countsOf(
      runWithLua(roomy({ after: '500ms' }, { services: { web: { scaling: { min: 1, max: 1 } } } })),
    );
    expect(hedges).toBeGreaterThan(0);
    expect(attempts).toBe(offered + hedges);
  });

  it('with cancel ends those that lost at once, else they are served to their end', () => {
    const endsOf = (cancel: boolean) => {
      const ends = { cancelled: 0, orphans: 0 };
      const input = roomy({ after: '500ms', cancel }, { duration: '60s' });
      const run = runWithLua(input, undefined, {
        onEvent: (event) => {
          if (event.kind === 'cancelled') ends.cancelled++;
          if (event.kind === 'served' && event.orphan === true) ends.orphans++;
        },
      });
      return { ...ends, hedges: countsOf(run).hedges };
    };
    // Each hedge leaves one try behind, but for those that are open when the run ends.
    const cancelled = endsOf(true);
    expect(cancelled.orphans).toBe(0);
    near(cancelled.cancelled, cancelled.hedges, 0.05);
    const served = endsOf(false);
    expect(served.cancelled).toBe(0);
    near(served.orphans, served.hedges, 0.05);
  });

  it.each([false, true])('says which try answered and what became of the other, with cancel: %s', (cancel) => {
    const lines: RunEventLine[] = [];
    const result = runWithLua(roomy({ after: '500ms', cancel }, { duration: '60s' }), undefined, {
      onEvent: (event) => lines.push(event),
    });
    const { offered, hedges, won } = countsOf(result);
    const requests = [...followTries(lines).values()];
    expect(requests.length).toBe(offered);
    const hedged = requests.filter(({ ends }) => ends.length === 2);
    expect(hedged.length).toBe(hedges);
    expect(hedged.filter(({ ends }) => ends[1] === 'answered').length).toBe(won);
    const answered = hedged.filter(({ outcome }) => outcome !== 'unfinished');
    expect(answered.length).toBeGreaterThan(0.9 * hedges);
    const lost = cancel ? 'cancelled' : 'left_behind';
    for (const { ends } of answered) expect([...ends].sort()).toEqual(['answered', lost].sort());
    // Who has one try says nothing of it.
    expect(requests.filter(({ ends }) => ends.length === 1 && ends[0] !== undefined)).toEqual([]);
  });

  it('conserves requests, slots and time whatever else there is', { tags: ['ci'] }, () => {
    fc.assert(
      fc.property(anyScenario, fc.constantFrom('100ms', 'p95'), fc.boolean(), (input, after, cancel) => {
        const hedged = { ...input, gateway: { ...input.gateway, hedging: { after, attempts: 3, cancel } as Hedging } };
        // The run itself checks flow, Little's law and slots by two counts.
        const lines: RunEventLine[] = [];
        const { offered, hedges, won, attempts } = countsOf(
          runWithLua(hedged, undefined, { onEvent: (event) => lines.push(event) }),
        );
        followTries(lines);
        expect(won).toBeLessThanOrEqual(hedges);
        expect(attempts).toBeGreaterThanOrEqual(offered + hedges);
      }),
      { numRuns: 60 },
    );
  });
});
