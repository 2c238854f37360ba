import { runOnce } from '../../src/engine/runOnce.js';
import type { RunResult } from '../../src/results/runResult.js';
import { parseScenario } from '../../src/scenario/load.js';
import type { Routers } from '../../src/scenario/readRouters.js';
import type { Scenario, ScenarioInput } from '../../src/scenario/schema.js';
import type { EventLine } from './auditEvents.js';

export interface Played {
  readonly scenario: Scenario;
  readonly lines: readonly EventLine[];
  readonly result: RunResult;
}

interface PlayOptions {
  readonly detail?: boolean;
  readonly routers?: Routers;
}

/** One run with its events, without a policy. @throws InvariantError where two counts of one thing differ */
export function playScenario(input: ScenarioInput, { detail = false, routers }: PlayOptions = {}): Played {
  const scenario = parseScenario(input);
  const lines: EventLine[] = [];
  const onEvent = (event: object) => lines.push(event as EventLine); // safe: an event of a run
  const run = { scenario, scenarioFolder: '.', bindings: {}, routers, replication: 1, detail };
  return { scenario, lines, result: runOnce({ ...run, onEvent }) };
}
