import { runOnce } from '../../src/engine/runOnce.js';
import { resolveCandidates } from '../../src/policy/candidates.js';
import type { RunResult } from '../../src/results/runResult.js';
import { parseScenario } from '../../src/scenario/load.js';
import type { ScenarioInput } from '../../src/scenario/schema.js';
import { temporaryFolder } from '../support/runCli.js';
import { manifestOf, type RecordedRun } from './recordedRun.js';

/** Runs a recorded set-up: the scenario under the very HPA of its cluster, once for each seed. */
export async function simulateRun(
  input: ScenarioInput,
  run: RecordedRun,
  seedCount: number,
  onEvent?: (seed: number) => (event: Record<string, unknown>) => void,
): Promise<RunResult[]> {
  const folder = temporaryFolder({ 'hpa.yaml': manifestOf(run) });
  const [{ bindings }] = await resolveCandidates({ texts: ['hpa.yaml'], baseFolder: folder.path });
  folder.remove();
  const scenario = parseScenario(input);
  return Array.from({ length: seedCount }, (_, replication) =>
    runOnce({
      scenario,
      scenarioFolder: folder.path,
      bindings,
      replication,
      detail: true,
      ...(onEvent === undefined ? {} : { onEvent: onEvent(replication) }),
    }),
  );
}

/** Instances wished for in each second; a change holds from the second it came in. */
export function decidedBySecond({ detail }: RunResult, initial: number, seconds: number): number[] {
  const rows = detail?.decisions ?? [];
  const wished = new Array<number>(seconds);
  let row = 0;
  let count = initial;
  for (let second = 0; second < seconds; second++) {
    while (row < rows.length && rows[row].time_s <= second) count = rows[row++].applied;
    wished[second] = count;
  }
  return wished;
}
