import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawnKinds } from '../../src/chaos/drawnKinds.js';
import { drawSchedule, faultSpace } from '../../src/chaos/faultSpace.js';
import { inputOf, type Schedule, withSchedule } from '../../src/chaos/schedule.js';
import { partsOf, shrinkSchedule } from '../../src/chaos/shrink/shrinkSchedule.js';
import { faultKinds } from '../../src/faults/kinds/index.js';
import { encodeScenario } from '../../src/scenario/encodeScenario.js';
import { parseScenario } from '../../src/scenario/load.js';
import { checkRules } from '../../src/scenario/rules.js';
import { anyScenario } from '../support/anyScenario.js';
import { caseCounts } from '../support/sampled.js';

const names = drawnKinds.map(({ name }) => name);

/** Three services, of which one scales per request and one has a single zone. */
const services = parseScenario({
  name: 'services',
  duration: '20m',
  warmup: '90s',
  traffic: { users: { executor: 'constant-arrival-rate', rate: 5, request: 'page' } },
  requests: { page: { route: 'web', cpu: '10ms' } },
  services: {
    web: { instance: { startup: '10s' }, zones: 3, scaling: {} },
    one: { instance: { startup: '10s', memory: '1GB' }, scaling: {} },
    run: {
      instance: { startup: '1s', concurrency: 1 },
      zones: 2,
      scaling: { max: 5, perRequest: { idleTimeout: '20s' } },
    },
  },
  faults: [{ kind: 'rolling-update', at: '5m', service: 'web' }],
});

describe('schedules that are drawn', () => {
  it('are of kinds that exist', () => {
    const known = faultKinds.map(({ name }) => String(name));
    for (const name of names) expect(known).toContain(name);
  });

  for (const { tags, numRuns } of caseCounts(20, 150))
    it('always pass the checks of their own scenario, after the faults that it has, and within the limits', {
      tags,
    }, () => {
      fc.assert(
        fc.property(
          fc.oneof(
            anyScenario.map((input) => parseScenario(input)),
            fc.constant(services),
          ),
          fc.subarray(names, { minLength: 1 }),
          fc.integer({ min: 1, max: 10_000 }),
          (scenario, some, number) => {
            const all = faultSpace(scenario, undefined);
            const fitting = some.filter((name) => all.kinds.some((kind) => kind.name === name));
            fc.pre(fitting.length > 0);
            const space = faultSpace(scenario, fitting);
            const schedule = drawSchedule(space, number);
            expect(schedule.length).toBeGreaterThan(0);
            expect(schedule.length).toBeLessThanOrEqual(space.mostFaults);
            for (const { atSeconds, kind } of schedule) {
              expect(fitting).toContain(kind.name);
              expect(atSeconds).toBeGreaterThanOrEqual(scenario.warmup);
              expect(atSeconds).toBeLessThanOrEqual(space.untilSeconds);
            }
            const faulted = withSchedule(scenario, schedule);
            expect(faulted.faults.slice(0, scenario.faults.length)).toEqual(scenario.faults);
            expect(checkRules(faulted).filter(({ isWarning }) => isWarning !== true)).toEqual([]);
            const written = {
              ...encodeScenario(scenario),
              faults: [...(encodeScenario(scenario).faults ?? []), ...schedule.map(inputOf)],
            };
            // safe: what is written is what a file says; parseScenario checks it.
            expect(parseScenario(written as Parameters<typeof parseScenario>[0])).toEqual(faulted);
          },
        ),
        { numRuns },
      );
    });

  it('depend on the seed and their number alone, and meet every kind and every service that fits', () => {
    const space = faultSpace(services, undefined);
    const drawn = Array.from({ length: 300 }, (_, index) => drawSchedule(space, index + 1));
    expect(drawn.map((one) => one.map(inputOf))).toEqual(
      Array.from({ length: 300 }, (_, index) => drawSchedule(faultSpace(services, undefined), index + 1).map(inputOf)),
    );
    const met = (name: string) =>
      new Set(drawn.flat().flatMap(({ kind, service }) => (kind.name === name ? [service] : [])));
    expect(met('crash')).toEqual(new Set(['web', 'one', 'run']));
    for (const one of drawn)
      expect(one.filter(({ kind, service }) => kind.name === 'zone-outage' && service === 'web').length).toBeLessThan(
        2,
      );
    expect(met('zone-outage')).toEqual(new Set(['web', 'run'])); // one zone leaves nothing
    expect(met('rolling-update')).toEqual(new Set(['one'])); // web is updated already, run has no Deployment
    expect(met('leak')).toEqual(new Set(['one'])); // nothing else has a limit of memory
    expect(met('api-outage')).toEqual(new Set([undefined]));
    expect(drawSchedule({ ...space, seed: 2 }, 1)).not.toEqual(drawSchedule(space, 1));
  });

  it('refuse kinds that are none, and those that the scenario cannot meet', () => {
    expect(() => faultSpace(services, ['crsh'])).toThrow(/Did you mean "crash"/);
    const one = { ...services, services: { one: services.services.one } };
    expect(() => faultSpace({ ...one, faults: [] }, ['zone-outage'])).toThrow(/cannot meet a zone-outage/);
    const { web } = services.services;
    expect(() => faultSpace({ ...services, services: { web } }, ['leak'])).toThrow(
      /no `memory` that a leak could fill/,
    );
  });
});

/** A world in which a schedule breaks by what it weighs: a monotone rule will do, and so will a wild one. */
const weightOf = (schedule: Schedule) =>
  schedule.reduce((sum, { sizes }) => sum + 1 + Object.values(sizes).reduce((all, place) => all + place, 0), 0);
const start = fc
  .integer({ min: 1, max: 100_000 })
  .map((number) => drawSchedule(faultSpace(services, undefined), number));
const times = { fromSeconds: 90, untilSeconds: 1_000 };

describe('shrinking', () => {
  it('never returns a schedule that keeps what must hold, nor a larger one, whatever breaks it', async () => {
    await fc.assert(
      fc.asyncProperty(
        start,
        fc.infiniteStream(fc.boolean()),
        fc.integer({ min: 0, max: 80 }),
        async (schedule, rule, most) => {
          const broke = new Set([JSON.stringify(schedule)]);
          let runs = 0;
          const shrunk = await shrinkSchedule({
            start: schedule,
            ...times,
            breaks: async (tried) => {
              if (runs++ >= most) return undefined;
              const breaks = rule.next().value ?? false;
              if (breaks) broke.add(JSON.stringify(tried));
              return breaks;
            },
          });
          expect(broke).toContain(JSON.stringify(shrunk.schedule));
          expect(shrunk.schedule.length).toBeGreaterThan(0);
          expect(shrunk.schedule.length).toBeLessThanOrEqual(schedule.length);
          const rest = [...schedule];
          for (const fault of shrunk.schedule) {
            const at = rest.findIndex(
              ({ kind, service, choices }) =>
                kind === fault.kind &&
                service === fault.service &&
                JSON.stringify(choices) === JSON.stringify(fault.choices),
            );
            const [from] = rest.splice(at, 1);
            for (const [key, place] of Object.entries(fault.sizes)) expect(place).toBeLessThanOrEqual(from.sizes[key]);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('ends where no part breaks and no size is one step less, where more is never easier', async () => {
    await fc.assert(
      fc.asyncProperty(start, fc.double({ min: 0.05, max: 1, noNaN: true }), async (schedule, share) => {
        const limit = weightOf(schedule) * share;
        const { schedule: small, isMinimal } = await shrinkSchedule({
          start: schedule,
          ...times,
          breaks: async (tried) => weightOf(tried) >= limit,
        });
        expect(isMinimal).toBe(true);
        expect(weightOf(small)).toBeGreaterThanOrEqual(limit);
        for (const part of partsOf(small)) expect(weightOf(part)).toBeLessThan(limit);
        if (small.some(({ sizes }) => Object.values(sizes).some((place) => place > 0)))
          expect(weightOf(small) - 1).toBeLessThan(limit);
        for (const { atSeconds } of small) expect(atSeconds % 60 === 0 || atSeconds === 90).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('finds the one fault in four that matters, in the fewest tries: parts are tried by size', async () => {
    const space = faultSpace(services, ['crash', 'slow', 'stall', 'errors']);
    const four = Array.from({ length: 200 }, (_, index) => drawSchedule(space, index + 1)).find(
      (one) => new Set(one.map(({ kind }) => kind.name)).size === 4,
    );
    if (four === undefined) throw new Error('no schedule of four kinds');
    const { schedule } = await shrinkSchedule({
      start: four,
      ...times,
      breaks: async (tried) => tried.some(({ kind, sizes }) => kind.name === 'slow' && sizes.factor >= 1),
    });
    expect(schedule.map(({ kind }) => kind.name)).toEqual(['slow']);
    expect(inputOf(schedule[0])).toMatchObject({
      factor: four.some(({ kind, sizes }) => kind.name === 'slow' && sizes.factor >= 1) ? 1.5 : 1.25,
      for: '10s',
      fraction: 0.05,
    });
  });
});
