import { describe, expect, it } from 'vitest';
import { type Assembly, assemble } from '../../src/engine/assemble.js';
import { checkConservation } from '../../src/engine/checkConservation.js';
import { planFaults } from '../../src/engine/planFaults.js';
import { outReason } from '../../src/gateway/rotation.js';
import * as rank from '../../src/kernel/rank.js';
import * as outcome from '../../src/record/outcome.js';
import { parseScenario } from '../../src/scenario/load.js';
import type { ScenarioInput } from '../../src/scenario/schema.js';
import { eachBalancer } from '../support/variantSamples.js';

const everySeconds = 1;
/** So many looks alike change what is believed. */
const looksAlike = 2;

/**
 * A health check that the gateway does not have: all it needs is the calendar, what it looks at, and the rotation.
 *
 * It finds an instance unhealthy that is paused or answers with errors.
 */
function checkHealth({ calendar, gateway, services, table }: Assembly): void {
  /** [serial] looks in a row that said otherwise than what is believed */
  const doubts = new Map<number, number>();
  const distrusted = new Set<number>();
  const look = (instance: number): void => {
    const serial = table.serial[instance];
    const isWell = Number.isNaN(table.pausedSinceSeconds[instance]) && table.errorRatio[instance] === 0;
    const isDoubt = isWell === distrusted.has(serial);
    const count = isDoubt ? (doubts.get(serial) ?? 0) + 1 : 0;
    doubts.set(serial, count % looksAlike);
    if (count < looksAlike) return;
    if (isWell) {
      distrusted.delete(serial);
      gateway.putBack(instance, outReason.unhealthy);
    } else {
      distrusted.add(serial);
      gateway.takeOut(instance, outReason.unhealthy);
    }
  };
  const round = (atSeconds: number): void => {
    calendar.at(atSeconds, rank.fleet, () => {
      for (const { fleet } of services) for (const instance of fleet.ready) look(instance);
      round(atSeconds + everySeconds);
    });
  };
  round(everySeconds);
}

/** Answers become errors from 10 to 40 s, so whoever fails is out from the look at 11 to the one at 41. */
function failing(count: number, gateway: ScenarioInput['gateway']): Assembly {
  const scenario = parseScenario({
    name: 'health',
    duration: '60s',
    traffic: { load: { executor: 'constant-arrival-rate', rate: 30, clients: 1000 } },
    requests: { work: { route: 'web', cpu: '20ms', io: '30ms' } },
    services: { web: { instance: { concurrency: 4 }, scaling: { min: 4, max: 4, policy: 'none' } } },
    gateway,
    faults: [{ kind: 'errors', at: '10s', for: '30s', count, rate: 1 }],
  });
  const assembly = assemble({ scenario, scenarioFolder: '.', bindings: {}, replication: 0, detail: false }, []);
  planFaults(assembly);
  return assembly;
}

/** [atSeconds] what is to be seen then, once everything else of the instant is done */
function lookAt<Seen>({ calendar }: Assembly, instants: readonly number[], look: () => Seen): Map<number, Seen> {
  const seen = new Map<number, Seen>();
  for (const at of instants) calendar.at(at, rank.record, () => seen.set(at, look()));
  return seen;
}

function finish(assembly: Assembly): ArrayLike<number> {
  assembly.loop.run();
  checkConservation(assembly);
  return assembly.log.groups[0].counts;
}

const ways = eachBalancer.flatMap((one) => [
  { ...one, queue: undefined, how: 'queues at instances' },
  { ...one, queue: {}, how: 'a central queue' },
]);

describe('a health check that takes instances out of rotation and back', () => {
  it.each(ways)(
    'keeps requests from who fails, and only while it does: $name, $how',
    ({ how, name: _name, ...gateway }) => {
      const unchecked = finish(failing(2, gateway));
      expect(unchecked[outcome.failed]).toBeGreaterThan(300);
      const assembly = failing(2, gateway);
      const { table, services } = assembly;
      checkHealth(assembly);
      const seen = lookAt(assembly, [9, 12, 40.9, 59], () =>
        services[0].fleet.ready.map((instance) => ({
          fails: table.errorRatio[instance] > 0,
          answered: table.answered[instance],
        })),
      );
      expect(finish(assembly)[outcome.failed]).toBeLessThan(60);
      const [before, early, late, end] = [9, 12, 40.9, 59].map((at) => seen.get(at) ?? []);
      const victims = early.flatMap(({ fails }, index) => (fails ? [index] : []));
      expect(victims).toHaveLength(2);
      for (const victim of victims) {
        expect(before[victim].answered).toBeGreaterThan(0);
        expect(late[victim].answered).toBe(early[victim].answered);
        expect(end[victim].answered).toBeGreaterThan(late[victim].answered);
      }
    },
  );

  it.each(ways)(
    'with all out nobody serves, and all serve again once they are back: $name, $how',
    ({ how, name: _name, ...gateway }) => {
      const assembly = failing(4, gateway);
      const { table, services } = assembly;
      checkHealth(assembly);
      const seen = lookAt(assembly, [12, 40.9, 41], () => ({
        inside: services[0].fleet.ready.map((instance) => table.inside[instance]),
        waiting: assembly.gateway.centralQueueLength(0),
      }));
      const counts = finish(assembly);
      for (const at of [12, 40.9]) expect(seen.get(at)?.inside).toEqual([0, 0, 0, 0]);
      if (gateway.queue === undefined) expect(counts[outcome.rejected]).toBeGreaterThan(600);
      else {
        expect(counts[outcome.rejected]).toBe(0);
        expect(seen.get(40.9)?.waiting).toBeGreaterThan(600);
        // Whoever waits does not wait for the next arrival.
        expect(seen.get(41)?.inside).toEqual([4, 4, 4, 4]);
      }
      expect(counts[outcome.completed]).toBeGreaterThan(600);
    },
  );
});
