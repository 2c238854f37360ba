import { describe, expect, it } from 'vitest';
import { runOnce } from '../../../src/engine/runOnce.js';
import { judgeVersions } from '../../../src/gateway/ai/rollout/judgeVersions.js';
import { VersionSample } from '../../../src/gateway/ai/rollout/versionSample.js';
import { openStream } from '../../../src/random/keyedStream.js';
import { type RolloutRun, rolloutFindings, rolloutResults } from '../../../src/results/rollouts.js';
import type { RunResult } from '../../../src/results/runResult.js';
import { parseScenario } from '../../../src/scenario/load.js';
import type { ScenarioInput } from '../../../src/scenario/schema.js';
import { quantileRanks } from '../../../src/stats/quantileRatio.js';
import { shareDifference } from '../../../src/stats/shareDifference.js';
import { smallModel } from '../../support/anyModelScenario.js';

const input = (rollout: object, part: object = {}): ScenarioInput =>
  ({
    name: 'rolled-out',
    duration: '40m',
    traffic: { load: { executor: 'constant-arrival-rate', rate: 5, arrivals: 'even' } },
    requests: { chat: { route: 'chat', promptTokens: 100, outputTokens: 20 } },
    models: { old: { ...smallModel, quality: 0.9 }, next: { ...smallModel, quality: 0.6 } },
    services: {
      first: { instance: { model: 'old' }, scaling: { min: 1, max: 1 } },
      second: { instance: { model: 'next' }, scaling: { min: 1, max: 1 } },
    },
    ai: {
      routes: { chat: { to: [{ service: 'first' }, { service: 'second' }], rollout } },
      grading: { share: 0.5, delay: '1m' },
    },
    ...part,
  }) as unknown as ScenarioInput; // safe: parseScenario checks it

function run(one: ScenarioInput, onEvent?: (event: object) => void): RunResult {
  const scenario = parseScenario(one);
  const base = { scenario, scenarioFolder: '.', bindings: {}, replication: 0, detail: true };
  return runOnce(onEvent === undefined ? base : { ...base, onEvent });
}

const steps = { steps: [10, 30, 100], every: '10m' };
const rolloutOf = (result: RunResult): RolloutRun => {
  const [one] = result.rollouts ?? [];
  if (one === undefined) throw new Error('there is no rollout');
  return one;
};

describe('a rollout', { tags: ['ci'] }, () => {
  it('moves the weights on from step to step, and each request keeps its place in them', () => {
    const came: { readonly minute: number; readonly service: string }[] = [];
    const result = run(input(steps), (event) => {
      const { kind, service, arrival_s } = event as { kind: string; service: string; arrival_s: number }; // safe: an event of a run
      if (kind === 'try') came.push({ minute: arrival_s / 60, service });
    });
    expect(rolloutOf(result).steps.map(({ from_s, percent }) => [from_s, percent])).toEqual([
      [0, 10],
      [600, 30],
      [1200, 100],
    ]);
    const shareIn = (from: number) => {
      const some = came.filter(({ minute }) => minute >= from && minute < from + 10);
      return some.filter(({ service }) => service === 'second').length / some.length;
    };
    // 3,000 requests a step.
    expect(Math.abs(shareIn(0) - 0.1)).toBeLessThan(0.03);
    expect(Math.abs(shareIn(10) - 0.3)).toBeLessThan(0.04);
    expect(shareIn(20)).toBe(1);
    expect(shareIn(30)).toBe(1);
    expect(rolloutFindings(rolloutResults([result.rollouts ?? []]))).toEqual([
      'route chat: second was rolled out up to 100 %',
    ]);
  });

  it('goes back at once, and for good, where the new version is worse, judged by its grades', () => {
    const events: [number, number][] = [];
    const came = new Map<string, number>();
    const result = run(input({ ...steps, abort: { quality: 0.02, error_rate: 0.01 } }), (event) => {
      const { kind, percent, time_s, arrival_s, service } = event as Record<string, never>; // safe: an event of a run
      if (kind === 'rollout') events.push([time_s, percent]);
      if (kind === 'try' && arrival_s > 600) came.set(service, (came.get(service) ?? 0) + 1);
    });
    const { aborted_s, steps: done } = rolloutOf(result);
    expect(aborted_s).toBe(600);
    expect(events).toEqual([[600, 0]]);
    expect([...came.keys()]).toEqual(['first']);
    expect(done).toHaveLength(1);
    const [quality, errors] = done[0].checks;
    // 10 min at 5/s, of which a tenth; half of them graded, those of the last minute not yet.
    expect(Math.abs(quality.new_count - 135)).toBeLessThan(40);
    expect(quality).toMatchObject({ name: 'quality', limit: 0.02, broken: true });
    expect(quality.low).toBeGreaterThan(0.02);
    expect(errors).toMatchObject({ name: 'error_rate', old: 0, new: 0, broken: false });
    const second = result.detail?.timeline.find(({ service }) => service === 'second');
    expect(second?.kept_out).toEqual([{ state: 'rolled-back', from_s: 600, until_s: 2400 }]);
    const [text] = rolloutFindings(rolloutResults([result.rollouts ?? []]));
    expect(text).toMatch(
      /^route chat: second was rolled back after 10 min, at 10 %: \d\d\.\d % of the graded answers right with second, \d\d\.\d % with first; at least \d+\.\d points worse, 2 allowed$/,
    );
  });

  it('goes on where too few answers came to judge it, and says so', () => {
    const result = run(input({ ...steps, minRequests: 1000, abort: { quality: 0.02 } }));
    expect(rolloutOf(result).aborted_s).toBeUndefined();
    expect(rolloutFindings(rolloutResults([result.rollouts ?? []]))[0]).toMatch(
      /rolled out up to 100 %; quality was not judged at 10 % \(\d+\) and 30 % \(\d+\): too few answers$/,
    );
  });

  it('sees errors and slow first tokens of the new version', () => {
    const faults = [{ kind: 'errors', service: 'second', at: '0s', for: '40m', rate: 0.2 }];
    const failing = rolloutOf(run(input({ ...steps, abort: { error_rate: 0.01 } }, { faults })));
    expect(failing.steps[0].checks[0]).toMatchObject({ name: 'error_rate', old: 0, broken: true });
    const slow = { ...smallModel, step: { ...smallModel.step, base: '40ms' } };
    const models = { old: smallModel, next: slow };
    const late = rolloutOf(
      run(
        input(
          { ...steps, abort: { ttft_p95_ratio: 1.2 } },
          {
            models,
            ai: {
              ...input({}).ai,
              grading: undefined,
              routes: input({ ...steps, abort: { ttft_p95_ratio: 1.2 } }).ai?.routes,
            },
          },
        ),
      ),
    );
    expect(late.steps[0].checks[0]).toMatchObject({ name: 'ttft_p95_ratio', broken: true });
    expect(late.steps[0].checks[0].low).toBeGreaterThan(1.2);
  });

  it('is the same each time', () => {
    const one = input({ ...steps, abort: { quality: 0.02 } });
    expect(run(one)).toEqual(run(one));
  });
});

describe('the statistics of a rollout', () => {
  it('are those of the textbooks', () => {
    // Newcombe (1998), table II, (a): 56/70 - 48/80.
    const { low, high } = shareDifference({ hitCount: 56, runCount: 70 }, { hitCount: 48, runCount: 80 });
    expect([low, high].map((end) => end.toFixed(4))).toEqual(['0.0524', '0.3339']);
    // The median of 100: the 40th and the 61st value.
    expect(quantileRanks(100, 0.5)).toEqual({ low: 40, high: 61 });
    expect(quantileRanks(50, 0.99).high).toBe(51);
  });

  it.each(['quality', 'error_rate', 'ttft_p95_ratio'] as const)(
    'call equal versions worse in %s in at most 5 % of judgements, whatever is allowed',
    (name) => {
      const stream = openStream({ seed: 3, replication: 0, owner: 'test', purpose: name });
      const sample = (): VersionSample => {
        const drawn = new VersionSample();
        for (let answer = 0; answer < 150; answer++) {
          drawn.answers++;
          drawn.graded++;
          if (stream.uniform() < 0.1) drawn.errors++;
          if (stream.uniform() < 0.7) drawn.right++;
          drawn.firstTokens.record(-Math.log(1 - stream.uniform()));
        }
        return drawn;
      };
      const trials = 400;
      let aborts = 0;
      const limits = { [name]: name === 'ttft_p95_ratio' ? 1 : 0 };
      for (let trial = 0; trial < trials; trial++) {
        const [check] = judgeVersions({ old: sample(), new: sample() }, limits, 100);
        if (check.isBroken) aborts++;
      }
      // 2.5 % beyond one end; three standard errors.
      expect(aborts / trials).toBeLessThanOrEqual(0.025 + 3 * Math.sqrt((0.025 * 0.975) / trials));
    },
  );
});
