import type { RunInput } from '../../src/engine/runInput.js';
import { runOnce } from '../../src/engine/runOnce.js';
import type { RunResult } from '../../src/results/runResult.js';
import { parseScenario } from '../../src/scenario/load.js';
import type { ScenarioInput } from '../../src/scenario/schema.js';

/** One run of a scenario under a policy given as Lua source; without one the fleet is left alone. */
export function runWithLua(input: ScenarioInput, code?: string, options: Partial<RunInput> = {}): RunResult {
  return runOnce({
    scenario: parseScenario(input),
    scenarioFolder: '.',
    bindings:
      code === undefined ? {} : { '*': { kind: 'lua', fileName: 'test.lua', path: 'test.lua', code, params: {} } },
    replication: 0,
    detail: true,
    ...options,
  });
}
