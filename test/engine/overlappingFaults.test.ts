import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Assembly, assemble } from '../../src/engine/assemble.js';
import { checkConservation } from '../../src/engine/checkConservation.js';
import { planFaults } from '../../src/engine/planFaults.js';
import { eitherRatio } from '../../src/faults/heldValues.js';
import { faultKinds } from '../../src/faults/kinds/index.js';
import { checkFault } from '../../src/fleet/instanceTable.js';
import * as work from '../../src/fleet/work.js';
import { parseScenario } from '../../src/scenario/load.js';
import type { ScenarioInput } from '../../src/scenario/schema.js';
import { sampled } from '../support/sampled.js';

type Fault = NonNullable<ScenarioInput['faults']>[number];

/** A run of a minute with these faults. */
function worldWith(faults: readonly Fault[]): Assembly {
  const scenario = parseScenario({
    name: 'overlap',
    duration: '60s',
    traffic: { load: { executor: 'constant-arrival-rate', rate: 30 } },
    requests: { work: { route: 'web', cpu: '20ms', io: '30ms' } },
    services: {
      // A leak of 10 MB a second fills it in 6 s.
      web: {
        instance: { startup: '2s', queue: 20, concurrency: 4, memory: '60MB' },
        zones: 2,
        scaling: { min: 3, max: 3 },
      },
    },
    faults: [...faults],
  });
  const world = assemble({ scenario, scenarioFolder: '.', bindings: {}, replication: 0, detail: false }, []);
  planFaults(world);
  return world;
}

/** What faults can change and have to change back. */
function stateOf({ table, services, outages }: Assembly): object {
  return {
    instances: services.flatMap(({ fleet }) =>
      fleet.alive().map((instance) => ({
        slowFactor: table.work[(instance << 3) | work.slowFactor],
        errorRatio: table.errorRatio[instance],
        checkFault: table.checkFault[instance],
        isPaused: !Number.isNaN(table.pausedSinceSeconds[instance]),
      })),
    ),
    fleets: services.map(({ fleet }) => ({
      startupFailureRatio: fleet.startupFailureRatio,
      closedZones: fleet.closedZoneCount,
    })),
    outages: Object.entries(outages).map(([name, { isOn }]) => [name, isOn]),
  };
}

function stateAfter(faults: readonly Fault[]): object {
  const world = worldWith(faults);
  const { calendar } = world;
  let state: object = {};
  // Before the run ends and its fleets with it; crashed instances are back by then.
  calendar.at(59.9, 0, () => {
    state = stateOf(world);
  });
  world.loop.run();
  checkConservation(world);
  return state;
}

// Whole seconds, so that begins and ends often fall together.
const times = fc.record({ at: fc.integer({ min: 0, max: 8 }), length: fc.integer({ min: 1, max: 8 }) });
const victims = fc.constantFrom({ fraction: 1 }, { count: 1 }, { fraction: 0.5 });
const details = fc.record({
  times,
  victims,
  rate: fc.constantFrom(0, 0.1, 0.3, 1),
  factor: fc.constantFrom(0.3, 3, 7),
});

type Details = typeof details extends fc.Arbitrary<infer Drawn> ? Drawn : never;

function faultOf(kind: string, { times: { at, length }, ...drawn }: Details): Fault {
  const { lasts, shape } = faultKinds.find(({ name }) => name === kind) ?? faultKinds[0];
  const own: Record<string, unknown> = { ...drawn, ...drawn.victims, zone: 1, perHour: '36GB' };
  const settings = Object.fromEntries(Object.entries(own).filter(([key]) => key in shape));
  // safe: the fields are those of the kind.
  return { kind, at: `${at}s`, ...(lasts === true ? { for: `${length}s` } : {}), ...settings } as Fault;
}

const kinds = faultKinds.map(({ name }) => name);
/** Two rolling updates at once are an error. */
const pairs = kinds
  .flatMap((one, index) => kinds.slice(index).map((other) => [one, other] as const))
  .filter(([one, other]) => one !== 'rolling-update' || other !== one);

describe('two faults that overlap in any way', () => {
  const untouched = stateAfter([]);

  for (const { tags, part } of sampled(pairs, 3))
    it.each(part)('%s and %s leave nothing behind', { tags }, (one, other) => {
      fc.assert(
        fc.property(details, details, fc.option(times), (first, second, crash) => {
          const faults = [faultOf(one, first), faultOf(other, second)];
          // Victims may die meanwhile, and others take their slots.
          if (crash !== null) faults.push({ kind: 'crash', at: `${crash.at}s`, fraction: 0.5 });
          expect(stateAfter(faults)).toEqual(untouched);
        }),
        { seed: 12, numRuns: 8 },
      );
    });

  it('while both hold, count both', () => {
    const at = (faults: readonly Fault[]) => {
      const world = worldWith(faults);
      const { calendar, table } = world;
      const seen: { slow: number; errors: number; startups: number }[] = [];
      for (const seconds of [6.5, 8.5]) {
        calendar.at(seconds, 0, () => {
          const [{ fleet }] = world.services;
          const [instance] = fleet.ready;
          const { errorRatio } = table;
          seen.push({
            slow: table.work[(instance << 3) | work.slowFactor],
            errors: errorRatio[instance],
            startups: fleet.startupFailureRatio,
          });
        });
      }
      world.loop.run();
      return seen;
    };
    const both = (fault: Fault, change: object) => [
      { ...fault, at: '5s', for: '3s' },
      { ...fault, at: '6s', for: '4s', ...change },
    ];
    const all = { fraction: 1 };
    const seen = at([
      ...both({ kind: 'slow', ...all, factor: 3, for: '1s' }, { factor: 2 }),
      ...both({ kind: 'errors', ...all, rate: 0.5, for: '1s' }, { rate: 0.2 }),
      ...both({ kind: 'startup-failure', rate: 0.5, for: '1s' }, { rate: 0.4 }),
    ] as Fault[]);
    expect(seen[0]).toEqual({ slow: 6, errors: 0.6, startups: eitherRatio([0.5, 0.4]) });
    expect(seen[1]).toEqual({ slow: 2, errors: 0.2, startups: 0.4 });
  });

  it.each<readonly [string, readonly Fault[], keyof typeof checkFault]>([
    ['nothing', [], 'none'],
    ['a slow instance', [{ kind: 'slow', factor: 9 }], 'pass'],
    ['one whose slowness shows', [{ kind: 'slow', factor: 9, checks: 'fail' }], 'fail'],
    ['errors', [{ kind: 'errors', rate: 1 }], 'pass'],
    ['a black hole', [{ kind: 'black-hole' }], 'pass'],
    ['a stall', [{ kind: 'stall' }], 'pass'],
    ['a pause', [{ kind: 'pause' }], 'fail'],
    ['a stall that is paused', [{ kind: 'stall' }, { kind: 'pause' }], 'fail'],
    ['one of several', [{ kind: 'errors', rate: 1, checks: 'fail' }, { kind: 'stall' }], 'fail'],
  ])('checks of %s', (_name, faults, expected) => {
    const world = worldWith(faults.map((fault) => ({ ...fault, at: '5s', for: '5s', fraction: 1 }) as Fault));
    const seen: number[] = [];
    for (const seconds of [4.5, 7.5, 10.5])
      world.calendar.at(seconds, 0, () => seen.push(world.table.checkFault[world.services[0].fleet.ready[0]]));
    world.loop.run();
    expect(seen).toEqual([checkFault.none, checkFault[expected], checkFault.none]);
  });

  it('pause: the later end counts', () => {
    const paused = (faults: readonly Fault[]) => {
      const world = worldWith(faults);
      const seen: boolean[] = [];
      for (const seconds of [1.5, 4.5, 8.5, 10.5]) {
        world.calendar.at(seconds, 0, () => {
          seen.push(!Number.isNaN(world.table.pausedSinceSeconds[world.services[0].fleet.ready[0]]));
        });
      }
      world.loop.run();
      return seen;
    };
    expect(
      paused([
        { kind: 'pause', at: '1s', for: '3s', fraction: 1 },
        { kind: 'pause', at: '2s', for: '8s', fraction: 1 },
      ]),
    ).toEqual([true, true, true, false]);
  });
});
