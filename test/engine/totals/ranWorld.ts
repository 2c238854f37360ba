import { type Assembly, assemble } from '../../../src/engine/assemble.js';
import { planFaults } from '../../../src/engine/planFaults.js';
import { planSaturation } from '../../../src/engine/planSaturation.js';
import type { WorkSnapshots } from '../../../src/engine/totals/serviceWork.js';
import { noWork } from '../../../src/fleet/workTotals.js';
import * as rank from '../../../src/kernel/rank.js';
import type { SaturationLog } from '../../../src/record/saturationLog.js';
import { parseScenario } from '../../../src/scenario/load.js';
import type { ScenarioInput } from '../../../src/scenario/schema.js';

interface RanWorld {
  readonly world: Assembly;
  readonly snapshots: WorkSnapshots;
  readonly saturations: readonly SaturationLog[];
}

/** A source of `rate` requests in each time unit, at equal distances. */
export function evenLoad(request: string, rate: number, timeUnit = '1s') {
  return { executor: 'constant-arrival-rate', rate, timeUnit, arrivals: 'even', request };
}

/** A world at the end of its run, without policies; `prepare` may plan what happens to it. */
export function ranWorld(input: object, prepare: (world: Assembly) => void = () => {}): RanWorld {
  const scenario = parseScenario(input as ScenarioInput); // safe: parseScenario checks it
  const world = assemble({ scenario, scenarioFolder: '.', bindings: {}, replication: 0, detail: false }, []);
  const snapshots: WorkSnapshots = { atWarmup: world.services.map(noWork) };
  world.calendar.at(scenario.warmup, rank.fault, () => {
    snapshots.atWarmup = world.services.map(({ fleet }) => fleet.workTotals());
  });
  planFaults(world);
  prepare(world);
  const saturation = planSaturation(world);
  world.loop.run(() => saturation.end());
  for (const { pool } of world.pools) pool.close();
  return { world, snapshots, saturations: saturation.logs };
}
