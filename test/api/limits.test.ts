import { describe, expect, it } from 'vitest';
import { dryscale } from './built.js';
import { sampleScenario } from './sampleScenario.js';

const { simulate, compare, hasResults } = dryscale;

describe('what takes too much through the API', () => {
  it('is refused before it runs, and `limits` raises what it may take', async () => {
    const long = { ...sampleScenario, duration: '3650d' } as const;
    await expect(simulate(long, 'none', { runs: 1 })).rejects.toMatchObject({ exitCode: 106 });
    const few = { limits: { requests: 10 }, runs: 1 };
    await expect(simulate(sampleScenario, 'none', few)).rejects.toThrow(/the limit is 10 requests/);
  });

  it('a policy that asks for too much fails, and the others have their results', async () => {
    const scenario = { ...sampleScenario, services: { web: { scaling: { min: 1, max: 1e9 } } } } as const;
    const wide = { name: 'wide', decide: () => 1e9 };
    const { policies } = await compare(scenario, ['none', wide], { runs: 1, limits: { memory: '128MB' } });
    expect(policies.map((policy) => hasResults(policy) || policy.failure.kind)).toEqual([true, 'limit']);
  });
});
