import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { runOnce } from '../../../src/engine/runOnce.js';
import { parseScenario } from '../../../src/scenario/load.js';
import { readRouters } from '../../../src/scenario/readRouters.js';
import type { ScenarioInput } from '../../../src/scenario/schema.js';
import { smallModel } from '../../support/anyModelScenario.js';
import { root } from '../../support/runCli.js';

const provider = (input: number, output: number) => ({
  ttft: { exponential: { mean: '400ms' } },
  tokensPerSecond: 80,
  price: { input, output },
});

/** All that providers bill in six minutes, two periods of three. */
async function billOf(params: object, { seed, rate }: { readonly seed: number; readonly rate: number }) {
  const input = {
    name: 'capped',
    seed,
    duration: '6m',
    traffic: { load: { executor: 'constant-arrival-rate', rate } },
    requests: {
      chat: { route: 'chat', promptTokens: 500, outputTokens: { exponential: { mean: 200 } }, maxOutputTokens: 900 },
    },
    models: { small: smallModel },
    services: { own: { instance: { model: 'small' }, scaling: { min: 1, max: 1 } } },
    ai: {
      providers: { dear: provider(3, 12), cheap: provider(0.6, 2.4) },
      routes: {
        chat: {
          to: [{ service: 'dear' }, { service: 'cheap' }],
          choose: { lua: 'cost-cap.lua', params: { period: 180, hold: 30, ...params } },
          fallback: ['own'],
        },
      },
    },
  } as unknown as ScenarioInput; // safe: parseScenario checks it
  const scenario = parseScenario(input);
  const routers = await readRouters(scenario, join(root, 'policies/llm'));
  const { measures } = runOnce({ scenario, scenarioFolder: '.', bindings: {}, routers, replication: 0, detail: false });
  return Number(measures.provider_cost_usd);
}

/** A request costs about $0.0039 at the dear one and a fifth of that at the cheap one. */
const dearest = (rate: number) => rate * 180 * 0.0039;

it('cost-cap keeps every period below its cap wherever the last target alone would, and uses it', async () => {
  const any = fc.record({
    seed: fc.integer({ min: 1, max: 1_000 }),
    rate: fc.integer({ min: 2, max: 6 }),
    share: fc.double({ min: 0.35, max: 0.9, noNaN: true }),
  });
  await fc.assert(
    fc.asyncProperty(any, async ({ seed, rate, share }) => {
      const cap = share * dearest(rate);
      const bill = await billOf({ cap }, { seed, rate });
      expect(bill).toBeLessThanOrEqual(2 * cap);
      expect(bill).toBeGreaterThan(0.5 * 2 * cap);
    }),
    { numRuns: 5 },
  );
});

it('cost-cap sends all to the dear one while that is below the cap, and all to the cheap one where nothing is', async () => {
  const load = { seed: 1, rate: 3 };
  const [free, none] = [await billOf({ cap: 1_000 }, load), await billOf({ cap: 0.01 }, load)];
  expect(free / none).toBeCloseTo(5, 1);
});
