import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runOnce } from '../../../src/engine/runOnce.js';
import { classesOf } from '../../../src/engine/traffic.js';
import type { PolicySpec } from '../../../src/policy/policySpec.js';
import { parseScenario } from '../../../src/scenario/load.js';
import { modelServerIn } from '../../../src/scenario/modelServerIn.js';
import type { ScenarioInput } from '../../../src/scenario/schema.js';
import { anyModelScenario, smallModel } from '../../support/anyModelScenario.js';
import type { EventLine } from '../../support/auditEvents.js';
import { Recording } from './replayedServers.js';

const restless: PolicySpec = {
  kind: 'lua',
  fileName: 'restless.lua',
  path: 'restless.lua',
  code: `return { every = "7s", decide = function(o) return 2 + math.floor(o.time / 7) % 5 end }`,
  params: {},
};

function played(input: ScenarioInput, policy?: PolicySpec) {
  const scenario = parseScenario(input);
  const recording = new Recording();
  const lines: EventLine[] = [];
  const result = runOnce({
    scenario,
    scenarioFolder: '.',
    bindings: policy === undefined ? {} : { web: policy },
    replication: 1,
    detail: false,
    fingerprint: true,
    servings: recording.servings,
    onEvent: (event) => lines.push(event as EventLine),
  });
  return { scenario, recording, lines, result };
}

/** How far the run is from the servers alone: the largest error of an instant, relative, and how many were answered. */
function apartOf({ scenario, recording }: ReturnType<typeof played>): {
  readonly error: number;
  readonly count: number;
} {
  const settings = modelServerIn(scenario, 'web');
  if (settings === undefined) throw new Error('no model server');
  const serviceCount = Object.keys(scenario.services).length;
  const groups = classesOf(scenario).flatMap((name) => {
    const { priority = 0, prefix } = scenario.requests[name];
    return Array.from({ length: serviceCount }, () => ({ priority, prefixTokens: prefix?.tokens ?? 0 }));
  });
  const alone = recording.replay(settings, groups, scenario.duration);
  const errors = recording.answeredSeconds.map((answered, index) => {
    const wanted = alone[index];
    if (answered === undefined || wanted === undefined) return answered === wanted ? 0 : Number.POSITIVE_INFINITY;
    return Math.abs(answered - wanted) / wanted;
  });
  return { error: Math.max(0, ...errors), count: alone.filter((seconds) => seconds !== undefined).length };
}

function withOverheadOut(input: ScenarioInput): ScenarioInput {
  const small = input.models?.small;
  return { ...input, models: { small: { ...small, step: { ...small?.step, overheadOut: '1.3ms' } } } };
}

/** Seconds that each request took at its server, in order of their begin; Infinity where none came. */
function timesOf({ asked, answeredSeconds }: Recording): number[] {
  return asked
    .filter(({ kind }) => kind === 'begin')
    .map(({ atSeconds }, index) => (answeredSeconds[index] ?? Number.POSITIVE_INFINITY) - atSeconds);
}

const chat = (part: object = {}, request: object = {}): ScenarioInput =>
  ({
    name: 'chat',
    duration: '5m',
    traffic: { load: { executor: 'constant-arrival-rate', rate: 3 } },
    requests: {
      chat: {
        route: 'web',
        promptTokens: { uniform: { min: 420, max: 520 } },
        outputTokens: 20,
        prefix: { groups: 4, tokens: 400, skew: 1 },
        ...request,
      },
    },
    models: { small: { ...smallModel, kvTokens: 16_000 } },
    services: { web: { instance: { model: 'small' }, scaling: { min: 2, max: 2 } } },
    ...part,
  }) as unknown as ScenarioInput;

describe('prompts that share beginnings', () => {
  it('are served as by the servers alone, whatever befalls them', { tags: ['ci'] }, () => {
    const asked = new Set<string>();
    let answered = 0;
    fc.assert(
      fc.property(anyModelScenario, (input) => {
        // Answers apart from boundaries: which of the two comes first at one instant is the run's business.
        const run = played(withOverheadOut(input), restless);
        const { error, count } = apartOf(run);
        for (const { kind } of run.recording.asked) asked.add(kind);
        answered += count;
        expect(error).toBeLessThan(1e-9);
      }),
      { numRuns: 60 },
    );
    expect(answered).toBeGreaterThan(10_000);
    expect([...asked].sort()).toEqual(['begin', 'cancel', 'clear', 'pause', 'resume']);
  });

  it('cost what is not found: of 400 shared tokens 25 blocks', () => {
    const times = (request: object, instance: object = {}) =>
      timesOf(
        played(
          chat(
            {
              duration: '1m',
              traffic: { load: { executor: 'constant-arrival-rate', rate: 0.2, arrivals: 'even' } },
              models: { small: { step: { base: '20ms', perPrefillToken: '40us' }, kvTokens: 16_000 } },
              services: { web: { instance: { model: 'small', ...instance }, scaling: { min: 1, max: 1 } } },
            },
            { promptTokens: 500, outputTokens: 11, ...request },
          ),
        ).recording,
      ).map((seconds) => Math.round(seconds * 1e8) / 1e5);
    const one = { prefix: { groups: 1, tokens: 400 } };
    // The first computes 500 tokens, all others 100: 20 ms + 40 us a token, and ten iterations of 20 ms.
    expect(times(one).slice(0, 3)).toEqual([240, 224, 224]);
    // 410 tokens are 25 blocks and a part, which is computed again.
    expect(times({ prefix: { groups: 1, tokens: 410 } }).slice(0, 2)).toEqual([240, 224]);
    // The whole prompt but its last token: 499 tokens, 31 blocks, 4 tokens left.
    expect(times({ prefix: { groups: 1, tokens: 9_000 } }).slice(0, 2)).toEqual([240, 220.16]);
    expect(times(one, { prefixCache: false }).slice(0, 2)).toEqual([240, 240]);
    expect(times({ prefix: undefined }).slice(0, 2)).toEqual([240, 240]);
  });

  it('say which share of their tokens was found, after the warmup, and nothing where none is shared', () => {
    const ratio = (part: object, request: object = {}) => played(chat(part, request)).result.measures.prefix_hit_ratio;
    const even = { traffic: { load: { executor: 'constant-arrival-rate', rate: 1, arrivals: 'even' } } };
    const one = { promptTokens: 500, outputTokens: 2, prefix: { groups: 1, tokens: 400 } };
    // Each server meets the text once; after the warmup both have it, 400 tokens of 500.
    expect(ratio({ ...even, warmup: '10s' }, one)).toBe(0.8);
    const begun = played(chat(even, one)).lines.filter(({ kind }) => kind === 'served').length;
    expect(ratio(even, one)).toBeCloseTo((0.8 * (begun - 2)) / begun, 9);
    const web = { instance: { model: 'small', prefixCache: false }, scaling: { min: 2, max: 2 } };
    expect(ratio({ services: { web } })).toBe(0);
    expect(ratio({}, { prefix: undefined })).toBeUndefined();
    expect(ratio({ ...even, duration: '1s', warmup: '900ms' }, one)).toBeNull();
  });

  it('come from their groups as often as Zipf has it, and the same to every policy', () => {
    const input = chat({ duration: '20m' });
    const [first, second] = [played(input), played(input, restless)];
    const counts = [1, 2, 3, 4].map((prefix) => first.lines.filter((line) => line.prefix === prefix).length);
    const total = counts.reduce((sum, count) => sum + count, 0);
    const harmonic = 1 + 1 / 2 + 1 / 3 + 1 / 4;
    for (const [index, count] of counts.entries()) expect(count / total).toBeCloseTo(1 / (index + 1) / harmonic, 1);
    expect(total).toBe(first.lines.filter(({ kind }) => kind === 'begin').length);
    expect(second.result.fingerprint).toBe(first.result.fingerprint);
    expect(played(chat({ duration: '20m', seed: 2 })).result.fingerprint).not.toBe(first.result.fingerprint);
  });

  it('are of their class: two sources share them, two classes do not', () => {
    const tokens = { route: 'web', promptTokens: 500, outputTokens: 11, prefix: { groups: 1, tokens: 480 } };
    const source = (request: string, startTime: string) => ({
      executor: 'constant-arrival-rate',
      rate: 0.1,
      arrivals: 'even',
      request,
      startTime,
    });
    const longest = (second: string) => {
      const { recording } = played(
        chat({
          duration: '1m',
          traffic: { a: source('chat', '1s'), b: source(second, '3s') },
          requests: { chat: tokens, other: tokens },
          models: { small: { step: { base: '20ms', perPrefillToken: '40us' }, kvTokens: 16_000 } },
          services: { web: { instance: { model: 'small' }, scaling: { min: 1, max: 1 } } },
        }),
      );
      return timesOf(recording).filter((seconds) => seconds > 0.239).length;
    };
    expect(longest('chat')).toBe(1);
    expect(longest('other')).toBe(2);
  });

  it('come cold to a server that is new', () => {
    const misses = (policy?: PolicySpec) => {
      const { recording } = played(
        chat({
          traffic: { load: { executor: 'constant-arrival-rate', rate: 1, arrivals: 'even' } },
          requests: { chat: { route: 'web', promptTokens: 500, outputTokens: 2, prefix: { groups: 1, tokens: 480 } } },
          models: { small: { step: { base: '20ms', perPrefillToken: '40us' }, kvTokens: 16_000 } },
          services: { web: { instance: { model: 'small', drain: '1s' }, scaling: { min: 1, max: 8, initial: 2 } } },
        }),
        policy,
      );
      return timesOf(recording).filter((seconds) => seconds > 0.059).length;
    };
    expect(misses()).toBe(2);
    const launches = played(
      chat({
        services: { web: { instance: { model: 'small', drain: '1s' }, scaling: { min: 1, max: 8, initial: 2 } } },
      }),
      restless,
    ).lines.filter(({ kind }) => kind === 'launched').length;
    expect(launches).toBeGreaterThan(20);
    expect(misses(restless)).toBe(launches);
  });
});

describe('requests of several priorities at a model server', () => {
  const two = (instance: object, admission: object = {}) => {
    const tokens = { route: 'web', promptTokens: 100, outputTokens: 40 };
    const { lines, ...run } = played(
      chat({
        traffic: {
          people: { executor: 'constant-arrival-rate', rate: 1, request: 'people' },
          batch: { executor: 'constant-arrival-rate', rate: 7, request: 'batch' },
        },
        requests: { people: { ...tokens, priority: 4 }, batch: { ...tokens, priority: -1 } },
        models: { small: { ...smallModel, kvTokens: 3_200 } },
        services: { web: { instance: { model: 'small', maxSequences: 6, ...instance }, scaling: { min: 1, max: 1 } } },
        ...admission,
      }),
    );
    const meanOf = (source: string) => {
      const own = lines.filter((line) => line.kind === 'completed' && line.source === source);
      return own.reduce((sum, line) => sum + Number(line.latency_ms), 0) / own.length;
    };
    return { people: meanOf('people'), batch: meanOf('batch'), apart: apartOf({ lines, ...run }) };
  };

  it('are admitted in order of priority where the queue is by it, and as they come where it is not', () => {
    const [fifo, priority] = [two({}), two({ discipline: 'priority' })];
    // An overload: who waits in line waits with all others.
    expect(fifo.people / fifo.batch).toBeGreaterThan(0.8);
    expect(priority.people).toBeLessThan(2_000);
    expect(priority.people).toBeLessThan(0.1 * priority.batch);
    expect(priority.apart.error).toBeLessThan(1e-9);
    expect(priority.apart.count).toBeGreaterThan(500);
  });
});
