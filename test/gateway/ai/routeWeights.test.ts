import { describe, expect, it } from 'vitest';
import { runOnce } from '../../../src/engine/runOnce.js';
import type { SinglePolicySpec } from '../../../src/policy/policySpec.js';
import { bundleTypeScriptPolicy } from '../../../src/policy/typescript/bundleTypeScriptPolicy.js';
import type { RunResult } from '../../../src/results/runResult.js';
import { parseScenario } from '../../../src/scenario/load.js';
import type { ScenarioInput } from '../../../src/scenario/schema.js';
import { smallModel } from '../../support/anyModelScenario.js';

const input = (route: object = {}): ScenarioInput =>
  ({
    name: 'routed',
    duration: '10m',
    traffic: { load: { executor: 'constant-arrival-rate', rate: 4, arrivals: 'even' } },
    requests: { chat: { route: 'chat', promptTokens: 100, outputTokens: 20 } },
    models: { small: smallModel },
    services: {
      large: { instance: { model: 'small' }, scaling: { min: 1, max: 1 } },
      little: { instance: { model: 'small' }, scaling: { min: 1, max: 1 } },
      other: { instance: { model: 'small' }, scaling: { min: 1, max: 1 } },
    },
    ai: { routes: { chat: { to: [{ service: 'large' }, { service: 'little', weight: 0 }], ...route } } },
  }) as unknown as ScenarioInput; // safe: parseScenario checks it

/** Shares of requests that came to `little` before and after the third minute. */
async function played(
  policy: SinglePolicySpec,
  { service = 'large', route = {} }: { service?: string; route?: object } = {},
): Promise<{ readonly before: number; readonly after: number; readonly result: RunResult }> {
  const came: { readonly isAfter: boolean; readonly service: string }[] = [];
  const scenario = parseScenario(input(route));
  const result = runOnce({
    scenario,
    scenarioFolder: '.',
    bindings: { [service]: policy },
    replication: 0,
    detail: true,
    onEvent: (event) => {
      const { kind, service: at, arrival_s } = event as unknown as Record<string, string & number>; // safe: an event of a run
      if (kind === 'try') came.push({ isAfter: arrival_s > 180, service: at });
    },
  });
  const shareOf = (isAfter: boolean) => {
    const some = came.filter((one) => one.isAfter === isAfter);
    return some.filter((one) => one.service === 'little').length / some.length;
  };
  return { before: shareOf(false), after: shareOf(true), result };
}

const lua = (weights: string): SinglePolicySpec => ({
  kind: 'lua',
  fileName: 'test.lua',
  path: 'test.lua',
  params: {},
  code: `return { every = "3m", decide = function(o) return { desired = 1, weights = ${weights} } end }`,
});

async function typescript(weights: string): Promise<SinglePolicySpec> {
  const source = `export const every = '3m'; export const decide = () => ({ desired: 1, weights: ${weights} });`;
  const code = await bundleTypeScriptPolicy({ path: 'p.ts', code: source });
  return { kind: 'typescript', fileName: 'p.ts', path: 'p.ts', params: {}, code };
}

describe('weights of a decision', () => {
  it.each([
    ['Lua', async () => lua('{ large = 20, little = 60 }')],
    ['TypeScript', () => typescript('{ large: 20, little: 60 }')],
  ])('send requests where they say, from then on, in %s', async (_, policyOf) => {
    const { before, after, result } = await played(await policyOf());
    expect(before).toBe(0);
    // 1,680 requests.
    expect(Math.abs(after - 0.75)).toBeLessThan(0.05);
    const [row, ...others] = result.detail?.decisions ?? [];
    expect(row).toMatchObject({ service: 'large', weights: { large: 20, little: 60 } });
    expect(others).toEqual([]);
  });

  it.each([
    ['a name that is none', '{ lage = 1 }', {}, /"lage" is not in `to` of a route with large/],
    ['a service of no such route', '{ large = 1, other = 1 }', {}, /"other" is not in `to`/],
    ['one below 0', '{ large = -1, little = 2 }', {}, /weight of large is -1, expected a number >= 0/],
    ['none above 0', '{ large = 0, little = 0 }', {}, /weights have none above 0/],
    ['what is no table', '"large"', {}, /weights are .*large.*, expected a table/],
    ['those of a service that no route sends to', '{ large = 1 }', { service: 'other' }, /no route of `ai` has other/],
    [
      'those of a route that is rolled out',
      '{ large = 1 }',
      { route: { to: [{ service: 'large' }, { service: 'little' }], rollout: { steps: [50, 100], every: '4m' } } },
      /the weights of route chat move by its rollout/,
    ],
  ])('may not be %s', async (_, weights, where, message) => {
    await expect(played(lua(weights), where)).rejects.toThrow(message);
  });
});
