import { describe, expect, it } from 'vitest';
import { parseScenario } from '../../src/scenario/load.js';
import { checkRules } from '../../src/scenario/rules.js';
import type { ScenarioInput } from '../../src/scenario/schema.js';
import { problemsOf } from '../support/problemsOf.js';

const scenarioWith = (ai: object, chat: object = {}): ScenarioInput =>
  ({
    name: 'gpus',
    duration: '5m',
    traffic: { load: { executor: 'constant-arrival-rate', rate: 4, request: 'chat' } },
    requests: {
      chat: { route: 'chat', promptTokens: 100, outputTokens: 20 },
      page: { route: 'web', cpu: '1ms' },
    },
    models: { large: { preset: 'llama-2-70b-h100x4' } },
    services: {
      chat: { instance: { model: 'large', ...chat }, scaling: { min: 1, max: 4, initial: 2 } },
      web: { instance: {}, scaling: { min: 1, max: 1 } },
    },
    ai,
  }) as unknown as ScenarioInput; // safe: parseScenario checks it

describe('a budget of GPUs', () => {
  it.each<[string, object, object, string, string]>([
    ['of none', { gpuBudget: 0 }, {}, 'ai.gpuBudget', 'out-of-range'],
    ['below what the run begins with', { gpuBudget: 6 }, {}, 'ai.gpuBudget', 'initial-exceeds-gpus'],
    ['importance without it', { importance: { chat: 2 } }, {}, 'ai.importance', 'no-effect'],
    ['importance of nobody', { gpuBudget: 8, importance: { chatt: 2 } }, {}, 'ai.importance.chatt', 'unknown-service'],
    [
      'importance of a service without GPUs',
      { gpuBudget: 8, importance: { web: 2 } },
      {},
      'ai.importance.web',
      'no-effect',
    ],
    ['importance of 0', { gpuBudget: 8, importance: { chat: 0 } }, {}, 'ai.importance.chat', 'out-of-range'],
    ['an instance of no GPU', { gpuBudget: 8 }, { gpus: 0 }, 'services.chat.instance.gpus', 'out-of-range'],
  ])('names %s', (_, ai, chat, path, code) => {
    const found = problemsOf(scenarioWith(ai, chat));
    expect(found.map(({ code: one, where }) => [where.path, one])).toEqual([[path, code]]);
  });

  it.each<[string, object, object, string, string]>([
    ['what nobody can be short of', { gpuBudget: 16 }, {}, 'ai.gpuBudget', 'no-effect'],
    ['GPUs unlike those of the model', { gpuBudget: 8 }, { gpus: 3 }, 'services.chat.instance.gpus', 'gpus-differ'],
  ])('warns of %s', (_, ai, chat, path, code) => {
    const found = checkRules(parseScenario(scenarioWith(ai, chat))).filter(({ isWarning }) => isWarning === true);
    expect(found.map((one) => [one.path.join('.'), one.code])).toContainEqual([path, code]);
  });

  it('counts the GPUs over which a model is split', () => {
    expect(problemsOf(scenarioWith({ gpuBudget: 8 }))).toEqual([]);
    expect(problemsOf(scenarioWith({ gpuBudget: 7 })).map(({ code }) => code)).toEqual(['initial-exceeds-gpus']);
  });
});
