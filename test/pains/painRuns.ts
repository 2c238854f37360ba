import { dirname } from 'node:path';
import { type Pain, shippedPains } from '../../src/cli/pains/shippedPains.js';
import { runOnce } from '../../src/engine/runOnce.js';
import { resolveCandidates } from '../../src/policy/candidates.js';
import type { RunResult } from '../../src/results/runResult.js';
import { loadScenario } from '../../src/scenario/load.js';

export interface PainRun extends RunResult {
  /** `side`, `policy`, or both. */
  readonly name: string;
  /** The counts that were wished for, each once where it stays. */
  readonly wished: readonly number[];
}

export const pains = shippedPains();

export function painNamed(name: string): Pain {
  const found = pains.find((pain) => pain.name === name);
  if (found === undefined) throw new Error(`no pain is called ${name}`);
  return found;
}

/** The first run of every side and policy of a pain, by its name. */
export async function runsOfPain({ path, sides }: Pain, set: readonly string[] = []): Promise<Map<string, PainRun>> {
  const runs = new Map<string, PainRun>();
  for (const side of sides.length === 0 ? [undefined] : sides) {
    const { scenario } = await loadScenario(path, { set: [...(side === undefined ? [] : [side.set]), ...set] });
    const scenarioFolder = dirname(path);
    const serviceNames = Object.keys(scenario.services);
    const candidates = await resolveCandidates({ texts: scenario.policies, baseFolder: scenarioFolder, serviceNames });
    for (const { name, bindings } of candidates) {
      const run = runOnce({ scenario, scenarioFolder, bindings, replication: 0, detail: true });
      const counts = (run.detail?.decisions ?? []).map(({ desired }) => desired);
      const wished = counts.filter((count, index) => count !== counts[index - 1]);
      runs.set(side === undefined ? name : side.label, { ...run, name, wished });
    }
  }
  return runs;
}
