import { runOnce } from '../../../src/engine/runOnce.js';
import type { RunEventLine } from '../../../src/record/runEvents.js';
import type { RunResult } from '../../../src/results/runResult.js';
import { parseScenario } from '../../../src/scenario/load.js';
import type { ScenarioInput } from '../../../src/scenario/schema.js';

type Parts = Omit<ScenarioInput, 'name' | 'traffic'> & { readonly traffic?: ScenarioInput['traffic'] };

/** Ten requests a second of the first class, evenly spread. */
export function callScenario(parts: Parts): ScenarioInput {
  const [request] = Object.keys(parts.requests);
  return {
    name: 'calls',
    traffic: { users: { executor: 'constant-arrival-rate', rate: 10, arrivals: 'even', request } },
    ...parts,
  } as ScenarioInput;
}

export function runCalls(input: ScenarioInput, more: { events?: RunEventLine[]; count?: number } = {}): RunResult {
  const { events, count } = more;
  return runOnce({
    scenario: parseScenario(input),
    scenarioFolder: '.',
    bindings: count === undefined ? {} : { '*': { kind: 'static', count } },
    replication: 0,
    detail: false,
    ...(events === undefined ? {} : { onEvent: (event: RunEventLine) => events.push(event) }),
  });
}
