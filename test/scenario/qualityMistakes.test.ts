import { describe, expect, it } from 'vitest';
import type { ProblemError } from '../../src/base/problem.js';
import { parseScenario } from '../../src/scenario/load.js';
import { checkRules } from '../../src/scenario/rules.js';
import type { ScenarioInput } from '../../src/scenario/schema.js';
import { smallModel } from '../support/anyModelScenario.js';

interface Told {
  readonly quality?: unknown;
  readonly chat?: object;
  readonly part?: object;
}

const scenarioWith = ({ quality, chat = {}, part = {} }: Told): ScenarioInput =>
  ({
    name: 'judged',
    duration: '5m',
    traffic: { load: { executor: 'constant-arrival-rate', rate: 4, request: 'chat' } },
    requests: { chat: { route: 'main', promptTokens: 100, outputTokens: 20, ...chat } },
    models: { small: { ...smallModel, ...(quality === undefined ? {} : { quality }) } },
    services: { main: { instance: { model: 'small' }, scaling: { min: 1, max: 1 } } },
    ...part,
  }) as unknown as ScenarioInput; // safe: parseScenario checks it

function foundIn(told: Told): string[] {
  try {
    const findings = checkRules(parseScenario(scenarioWith(told)));
    return findings.map(({ code, path, what }) => `${code} ${path.join('.')}: ${what}`);
  } catch (error) {
    const { problems } = error as ProblemError; // safe: nothing else is thrown
    return problems.map(({ code, where, what }) => `${code} ${where.path}: ${what}`);
  }
}

const byDifficulty = { easy: 0.9, hard: 0.6 };

describe('quality', () => {
  it.each<[string, Told, string]>([
    ['above 1', { quality: 1.2 }, 'out-of-range models.small.quality: is 1.2'],
    ['below 0, by difficulty', { quality: { easy: -0.1 } }, 'out-of-range models.small.quality.easy: is -0.1'],
    ['as text', { quality: 'good' }, 'models.small.quality: got "good"'],
    [
      'without the difficulty of a class',
      { quality: byDifficulty, chat: { difficulty: { harder: 0.2 } } },
      'unknown-difficulty requests.chat.difficulty.harder: "harder" is not in models.small.quality',
    ],
    [
      'without easy requests',
      { quality: { hard: 0.4 }, chat: { difficulty: { hard: 0.2 } } },
      'unknown-difficulty models.small.quality: says nothing of "easy", which requests of chat are',
    ],
    [
      'of a difficulty that no request has',
      { quality: byDifficulty },
      'no-effect models.small.quality.hard: has no effect: no request that comes to small is "hard"',
    ],
    [
      'with weights for shares',
      { quality: byDifficulty, chat: { difficulty: { hard: 2 } } },
      'out-of-range requests.chat.difficulty.hard: is 2',
    ],
    [
      'with shares above 1 in all',
      { quality: { ...byDifficulty, harder: 0.1 }, chat: { difficulty: { hard: 0.7, harder: 0.6 } } },
      'not-shares requests.chat.difficulty: sums to 1.3',
    ],
    [
      'with easy and a rest',
      { quality: byDifficulty, chat: { difficulty: { easy: 0.5, hard: 0.2 } } },
      'not-shares requests.chat.difficulty: sums to 0.7',
    ],
    [
      'as one number, where requests differ',
      { quality: 0.8, chat: { difficulty: { hard: 0.2 } } },
      'no-effect requests.chat.difficulty: has no effect: no `quality` of small is by difficulty',
    ],
    [
      'in a threshold, and of no model',
      { part: { thresholds: { quality: 'value>0.8' } } },
      'quality-unknown thresholds.quality: has no data',
    ],
    [
      'of a service in a threshold, and of no model',
      { part: { thresholds: { 'quality{service:main}': 'rate>0.8' } } },
      'quality-unknown thresholds.quality{service:main}: has no data',
    ],
  ])('%s', (_, told, expected) => {
    expect(foundIn(told).join('\n')).toContain(expected);
  });

  it('of a class that goes to no model server', () => {
    const part = { services: { main: { instance: {}, scaling: { min: 1, max: 1 } } }, models: {} };
    const chat = { promptTokens: undefined, outputTokens: undefined, cpu: '10ms', difficulty: { hard: 0.1 } };
    expect(foundIn({ chat, part }).join('\n')).toContain(
      'no-effect requests.chat.difficulty: has no effect: its requests',
    );
  });

  it.each<[string, Told]>([
    ['one number', { quality: 0.8 }],
    ['by difficulty', { quality: byDifficulty, chat: { difficulty: { hard: 0.2 } } }],
    ['all shares', { quality: byDifficulty, chat: { difficulty: { easy: 0.8, hard: 0.2 } } }],
    ['hard requests alone', { quality: { hard: 0.5 }, chat: { difficulty: { hard: 1 } } }],
    ['a threshold', { quality: 0.8, part: { thresholds: { quality: 'value>0.8' } } }],
  ])('is fine: %s', (_, told) => {
    expect(foundIn(told).filter((text) => /quality|difficult|shares/.test(text))).toEqual([]);
  });
});
