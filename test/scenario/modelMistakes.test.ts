import { describe, expect, it } from 'vitest';
import { modelStanza } from '../../src/calibrate/modelStanza.js';
import { presets } from '../../src/fleet/models/presets.js';
import { encodeScenario } from '../../src/scenario/encodeScenario.js';
import { parseScenario } from '../../src/scenario/load.js';
import { modelServerIn } from '../../src/scenario/modelServerIn.js';
import { checkRules } from '../../src/scenario/rules.js';
import type { ScenarioInput } from '../../src/scenario/schema.js';
import { problemsOf } from '../support/problemsOf.js';

const tokens = { promptTokens: 500, outputTokens: 200 };
const preset = { large: { preset: 'llama-2-70b-h100x4' } };

interface Parts {
  readonly chat?: object;
  readonly models?: object;
  readonly instance?: object;
  readonly rest?: object;
}

const scenarioOf = ({ chat = tokens, models = preset, instance = { model: 'large' }, rest = {} }: Parts) =>
  ({
    name: 'models',
    duration: '1m',
    traffic: { chat: { executor: 'constant-arrival-rate', rate: 1 } },
    requests: { chat: { route: 'web', ...chat } },
    models,
    services: { web: { instance, scaling: { min: 1, max: 2 } } },
    ...rest,
  }) as unknown as ScenarioInput;

const served = { model: 'large' };
const sheet = { layers: 80, hidden: 8192, heads: 64, kvHeads: 8, headDim: 128, ffn: 28672, gpu: 'h100-sxm-80gb' };

describe('a model in a scenario', () => {
  it.each<readonly [string, Parts, string, string]>([
    ['tokens without a model server', { instance: {}, models: {} }, 'tokens-without-model', 'requests.chat.route'],
    ['a model server without tokens', { chat: { cpu: '1ms' } }, 'tokens-missing', 'requests.chat'],
    ['a prompt without an answer', { chat: { promptTokens: 5 } }, 'tokens-missing', 'requests.chat'],
    ['cpu beside tokens', { chat: { ...tokens, cpu: '1ms' } }, 'tokens-and-time', 'requests.chat.cpu'],
    ['io beside tokens', { chat: { ...tokens, io: '1ms' } }, 'tokens-and-time', 'requests.chat.io'],
    [
      'vcpus beside a model',
      { instance: { ...served, vcpus: 4 } },
      'model-and-processors',
      'services.web.instance.vcpus',
    ],
    [
      'concurrency beside a model',
      { instance: { ...served, concurrency: 4 } },
      'model-and-processors',
      'services.web.instance.concurrency',
    ],
    [
      'a prefix without a prompt',
      { chat: { cpu: '1ms', prefix: { groups: 1, tokens: 32 } }, instance: {} },
      'needs-tokens',
      'requests.chat.prefix',
    ],
    [
      'a prefix cache without a model',
      { chat: { cpu: '1ms' }, instance: { prefixCache: false } },
      'needs-a-model',
      'services.web.instance.prefixCache',
    ],
    ['a model that is not there', { instance: { model: 'lage' } }, 'unknown-model', 'services.web.instance.model'],
    ['an unknown preset', { models: { large: { preset: 'llama-9' } } }, 'unknown-model', 'models.large.preset'],
    [
      'an unknown GPU',
      { models: { large: { datasheet: { ...sheet, gpu: 'h900' } } } },
      'unknown-model',
      'models.large.datasheet.gpu',
    ],
    ['a model without numbers', { models: { large: {} } }, 'which-model-numbers', 'models.large'],
    [
      'a model with numbers twice',
      { models: { large: { preset: 'llama-2-70b-h100x4', step: { base: '1ms' } } } },
      'which-model-numbers',
      'models.large',
    ],
    ['times without memory', { models: { large: { step: { base: '1ms' } } } }, 'kv-tokens-missing', 'models.large'],
    ['weights that fill their GPU', { models: { large: { datasheet: sheet } } }, 'weights-too-large', 'models.large'],
    [
      'fewer tokens an iteration than sequences',
      { instance: { ...served, tokenBudget: 100 } },
      'token-budget-too-small',
      'services.web.instance.tokenBudget',
    ],
    [
      'a key of model servers elsewhere',
      { chat: { cpu: '1ms' }, instance: { maxSequences: 8 } },
      'needs-a-model',
      'services.web.instance.maxSequences',
    ],
    [
      'prompts that never fit',
      { chat: { promptTokens: 4000, outputTokens: 200 } },
      'never-fits',
      'requests.chat.promptTokens',
    ],
    [
      'a start that nobody can know',
      { rest: { services: { web: { instance: served, scaling: { max: 2, initial: 'needed' } } } } },
      'model-needed-unknown',
      'services.web.scaling.initial',
    ],
    ...(['ttft', 'itl'] as const).map((key): readonly [string, Parts, string, string] => [
      `a limit on ${key} without a model server`,
      {
        chat: { cpu: '1ms' },
        instance: {},
        models: {},
        rest: { slo: { latency: '1s', objective: 0.9, [key]: '1ms' } },
      },
      'token-slo-without-model',
      `slo.${key}`,
    ]),
    [
      'a slow fault',
      { rest: { faults: [{ kind: 'slow', at: '1s', for: '2s', factor: 2 }] } },
      'not-supported-yet',
      'faults.0.kind',
    ],
    [
      'a check that takes cpu',
      { rest: { gateway: { healthCheck: { cpu: '1ms' } } } },
      'model-and-processors',
      'gateway.healthCheck.cpu',
    ],
    [
      'calls beside tokens',
      { chat: { ...tokens, calls: [{ request: 'chat' }] } },
      'not-supported-yet',
      'requests.chat.calls',
    ],
    [
      'a time without a unit',
      { models: { large: { step: { base: 5 }, kvTokens: 99 } } },
      'bad-value',
      'models.large.step.base',
    ],
  ])('is refused with %s', (_name, parts, code, path) => {
    const found = problemsOf(scenarioOf(parts));
    expect(found.map((problem) => [problem.code, problem.where.path])).toContainEqual([code, path]);
    for (const { what, why, fix } of found) for (const part of [what, why, fix]) expect(part.length).toBeGreaterThan(3);
  });

  it('is none of the above', () => {
    expect(problemsOf(scenarioOf({}))).toEqual([]);
    expect(problemsOf(scenarioOf({ models: { large: { datasheet: { ...sheet, tensorParallel: 4 } } } }))).toEqual([]);
    expect(problemsOf(scenarioOf({ models: { large: { preset: 'llama-3.1-70b@4xh100,fp8' } } }))).toEqual([]);
  });

  it.each<readonly [string, Parts, string[]]>([
    ['a prefix that most prompts are longer than', { chat: { ...tokens, prefix: { groups: 5, tokens: 400 } } }, []],
    [
      'a prefix as long as the prompt',
      { chat: { ...tokens, prefix: { groups: 5, tokens: 500 } } },
      ['is 500, and all of the prompts are no longer'],
    ],
    [
      'a prefix longer than most prompts',
      { chat: { ...tokens, promptTokens: { uniform: { min: 1, max: 1_000 } }, prefix: { groups: 5, tokens: 800 } } },
      ['is 800, and 80 % of the prompts are no longer'],
    ],
    [
      'a prefix of less than a block',
      { chat: { ...tokens, prefix: { groups: 5, tokens: 15 } } },
      ['is 15, less than a block'],
    ],
    [
      'an order by priority among equals',
      { instance: { ...served, discipline: 'priority' } },
      ['has no effect: all requests to web have priority 0'],
    ],
    [
      'limits on tokens that the latency keeps',
      { rest: { slo: { latency: '1s', ttft: '1s', itl: '999ms', objective: 0.9 } } },
      ['is not below `latency`'],
    ],
  ])('warns of what surprises: %s', (_name, parts, expected) => {
    const warnings = checkRules(parseScenario(scenarioOf(parts))).filter(({ isWarning }) => isWarning === true);
    expect(warnings.map(({ what }) => what)).toEqual(expected);
  });

  it.each(presets.map((preset) => [preset.name, preset] as const))(
    'is what calibrate prints of %s, and loads again as the same',
    (name, { numbers }) => {
      const stanza = modelStanza(numbers);
      const scenario = parseScenario(scenarioOf({ models: { large: stanza } }));
      expect(parseScenario(encodeScenario(scenario) as ScenarioInput)).toEqual(scenario);
      const server = modelServerIn(scenario, 'web');
      const preset = modelServerIn(parseScenario(scenarioOf({ models: { large: { preset: name } } })), 'web');
      expect(server?.kvBlocks).toBe(preset?.kvBlocks);
      expect(server?.lookahead).toBe(preset?.lookahead);
      // Four digits are printed.
      for (const [key, time] of Object.entries(preset?.step ?? {}))
        expect(Math.abs((server?.step[key as keyof typeof server.step] ?? 0) - time)).toBeLessThanOrEqual(6e-4 * time);
    },
  );
});
