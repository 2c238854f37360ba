import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runOnce } from '../../../src/engine/runOnce.js';
import { AnswerQuality, type QualityLevel } from '../../../src/gateway/ai/quality/answerQuality.js';
import { openIndexedStream } from '../../../src/random/keyedStream.js';
import { verdict } from '../../../src/record/tokenBlock.js';
import type { RunResult } from '../../../src/results/runResult.js';
import { evaluateThresholds } from '../../../src/results/thresholds.js';
import { parseScenario } from '../../../src/scenario/load.js';
import type { ScenarioInput } from '../../../src/scenario/schema.js';
import * as double from '../../../src/traffic/double.js';
import { RequestTable } from '../../../src/traffic/requestTable.js';
import * as word from '../../../src/traffic/word.js';
import { anyRoutedScenario, smallModel } from '../../support/anyModelScenario.js';

/** A request of the first source, by its number, whose answer comes from a service. */
function judged(levels: readonly (readonly QualityLevel[])[], uniforms?: readonly number[]) {
  const requests = new RequestTable();
  const row = requests.allocate();
  const stream = openIndexedStream({ seed: 7, replication: 0, owner: 'source load', purpose: 'quality' });
  const fixed = { ...stream, seekWords: () => {}, uniform: () => 0 };
  const left = [...(uniforms ?? [])];
  const streams = [
    uniforms === undefined ? stream : Object.assign(fixed, { uniform: () => left.shift() ?? Number.NaN }),
  ];
  const quality = new AnswerQuality({
    requests,
    targetCount: levels.length,
    levels,
    streams,
    gradedShare: 0,
    links: undefined,
  });
  return (arrivalNumber: number, service = 0) => {
    requests.doubles[(row << 4) | double.arrivalNumber] = arrivalNumber;
    requests.words[(row << 5) | word.group] = service;
    return (quality.judge(row) & verdict.right) !== 0;
  };
}

const always = (quality: number): QualityLevel[] => [{ upTo: 1, quality }];

describe('an answer', () => {
  const byDifficulty = [
    { upTo: 0.8, quality: 0.9 },
    { upTo: 1, quality: 0.5 },
  ];
  it.each([
    ['below the quality', always(0.7), [0.69], true],
    ['at the quality', always(0.7), [0.7], false],
    ['of a model that is always right', always(1), [0.999_999], true],
    ['of a model that never is', always(0), [0], false],
    ['to an easy request', byDifficulty, [0.6, 0.79], true],
    ['to a hard request', byDifficulty, [0.6, 0.8], false],
    ['to a hard request, below that quality', byDifficulty, [0.49, 0.99], true],
    ['to an easy request, above its quality', byDifficulty, [0.95, 0.1], false],
  ])('%s', (_, levels, uniforms, isRight) => {
    expect(judged([levels], uniforms)(1)).toBe(isRight);
  });

  it('of a better model is right wherever that of a worse one is', () => {
    const qualities = fc.record({
      easy: fc.double({ min: 0, max: 1, noNaN: true }),
      hard: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(qualities, qualities, fc.double({ min: 0.1, max: 0.9, noNaN: true }), (one, other, upTo) => {
        const levels = (pick: (a: number, b: number) => number): QualityLevel[] => [
          { upTo, quality: pick(one.easy, other.easy) },
          { upTo: 1, quality: pick(one.hard, other.hard) },
        ];
        const isRight = judged([levels(Math.min), levels(Math.max)]);
        for (let number = 1; number <= 200; number++) if (isRight(number, 0)) expect(isRight(number, 1)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it('is right as often as its model says, of each difficulty', () => {
    const isRight = judged([
      [
        { upTo: 0.75, quality: 0.9 },
        { upTo: 1, quality: 0.3 },
      ],
    ]);
    let right = 0;
    for (let number = 1; number <= 40_000; number++) if (isRight(number)) right++;
    // 0.75 x 0.9 + 0.25 x 0.3, give or take five standard errors.
    expect(Math.abs(right / 40_000 - 0.75)).toBeLessThan(5 * Math.sqrt((0.75 * 0.25) / 40_000));
  });
});

const models = (large: unknown, little: unknown) => ({
  big: { ...smallModel, quality: large },
  small: { ...smallModel, quality: little },
});

const input = (part: object = {}): ScenarioInput =>
  ({
    name: 'judged',
    duration: '10m',
    traffic: { load: { executor: 'constant-arrival-rate', rate: 4, request: 'chat' } },
    requests: { chat: { route: 'chat', promptTokens: 100, outputTokens: 20, difficulty: { hard: 0.25 } } },
    models: models(0.9, { easy: 0.8, hard: 0.4 }),
    services: {
      large: { instance: { model: 'big', price: 6 }, scaling: { min: 1, max: 1 } },
      little: { instance: { model: 'small', price: 2 }, scaling: { min: 1, max: 1 } },
    },
    ai: { routes: { chat: { to: [{ service: 'large' }, { service: 'little' }] } } },
    slo: { latency: '5s', objective: 0.9 },
    ...part,
  }) as unknown as ScenarioInput; // safe: parseScenario checks it

function run(one: ScenarioInput, onEvent?: (event: object) => void): RunResult {
  const scenario = parseScenario(one);
  return runOnce({
    scenario,
    scenarioFolder: '.',
    bindings: {},
    replication: 0,
    detail: false,
    fingerprint: true,
    ...(onEvent && { onEvent }),
  });
}

/** [request] whether its answer is right. */
function rightOf(one: ScenarioInput): Map<string, boolean> {
  const found = new Map<string, boolean>();
  run(one, (event) => {
    const { kind, request, right } = event as { kind: string; request: string; right?: boolean }; // safe: an event of a run
    if (kind === 'completed') found.set(request, right === true);
  });
  return found;
}

describe('a run', () => {
  it('tells quality of all and of each service, and what a right answer costs', () => {
    const { measures, groups } = run(input());
    const answers = groups.reduce((sum, { counts }) => sum + (counts.answers ?? 0), 0);
    const right = groups.reduce((sum, { counts }) => sum + (counts.right ?? 0), 0);
    expect(measures.quality).toBe(right / answers);
    expect(measures.cost_per_right_answer_usd).toBe(Number(measures.cost_usd) / right);
    // All are in time.
    expect(measures.quality_weighted_goodput_per_second).toBe(right / 600);
    expect(Number(measures['services.large.quality'])).toBeCloseTo(0.9, 1);
    expect(Number(measures['services.little.quality'])).toBeCloseTo(0.7, 1);
  });

  it('says nothing of quality where no model states one', () => {
    const { models: plain, requests } = input();
    const chat = { route: 'chat', promptTokens: 100, outputTokens: 20 };
    const bare = { big: smallModel, small: smallModel };
    const { measures, groups } = run(input({ models: bare, requests: { ...requests, chat } }));
    expect(plain).toBeDefined();
    expect(Object.keys(measures).filter((name) => /quality|right/.test(name))).toEqual([]);
    expect(groups[0].counts).not.toHaveProperty('right');
  });

  it('asks the same of every way of serving: who sends more to the better model is right wherever the other is', () => {
    const weights = (large: number) => ({
      ai: {
        routes: {
          chat: {
            to: [
              { service: 'large', weight: large },
              { service: 'little', weight: 1 - large },
            ],
          },
        },
      },
    });
    const [some, all] = [rightOf(input(weights(0.3))), rightOf(input(weights(1)))];
    expect(some.size).toBeGreaterThan(2_000);
    for (const [request, isRight] of some) if (isRight && all.has(request)) expect(all.get(request)).toBe(true);
    const count = (rights: Map<string, boolean>) => [...rights.values()].filter(Boolean).length;
    expect(count(all)).toBeGreaterThan(count(some));
  });

  it('changes nothing else by what its models know', () => {
    const [one, other] = [run(input()), run(input({ models: models(0.2, { easy: 0.5, hard: 0.1 }) }))];
    expect(other.fingerprint).toBe(one.fingerprint);
    const unjudged = ({ measures }: RunResult) =>
      Object.fromEntries(Object.entries(measures).filter(([name]) => !/quality|right/.test(name)));
    expect(unjudged(other)).toEqual(unjudged(one));
  });

  it('tells it of consumers, and thresholds hold it, of a class too', () => {
    const { chat } = input().requests;
    const { measures, groups } = run(
      input({
        requests: { chat: { ...chat, consumer: { team: 0.5, other: 0.5 } } },
        ai: { ...input().ai, consumers: { team: {}, other: {} } },
      }),
    );
    const ofTeams = ['team', 'other'].map((name) => Number(measures[`consumers.${name}.quality`]));
    for (const quality of ofTeams) expect(quality).toBeCloseTo(Number(measures.quality), 1);
    expect(measures['consumers.team.cost_per_right_answer_usd']).toBeUndefined();
    const judge = (metric: string, expression: string) =>
      evaluateThresholds({ [metric]: [expression] }, [{ ...run(input()), groups }], {
        spanSeconds: 600,
        allowEmpty: false,
      })[0];
    expect(judge('quality', 'value>0.7').ok).toBe(true);
    expect(judge('quality{class:chat}', 'rate>0.7').ok).toBe(true);
    expect(judge('quality{service:little}', 'rate>0.8').ok).toBe(false);
  });

  it('counts each answer once, whatever befalls it', { tags: ['ci'] }, () => {
    fc.assert(
      fc.property(anyRoutedScenario, (base) => {
        const {
          groups,
          callGroups = [],
          measures,
        } = run({
          ...base,
          models: { small: { ...base.models?.small, quality: 0.6 } },
        } as ScenarioInput);
        for (const { counts } of [...groups, ...callGroups]) {
          expect(counts.right ?? 0).toBeLessThanOrEqual(counts.answers ?? 0);
          expect(counts.answers ?? 0).toBe(counts.answers === undefined ? 0 : counts.completed);
        }
        const weighted = measures.quality_weighted_goodput_per_second ?? 0;
        expect(weighted).toBeLessThanOrEqual((measures.goodput_per_second ?? 0) + 1e-12);
      }),
      { numRuns: 12 },
    );
  });
});
