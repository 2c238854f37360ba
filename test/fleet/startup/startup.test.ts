import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { phaseNames, phasesOfPlace } from '../../../src/fleet/startup/phaseNames.js';
import { buildStartup, scaledStartup, startupSettings } from '../../../src/fleet/startup/startup.js';
import { openIndexedStream } from '../../../src/random/keyedStream.js';

const stream = openIndexedStream({ seed: 1, replication: 0, owner: 'service web', purpose: 'startup' });
const at = (launch: number, restart = 0) => {
  stream.seek(launch, restart);
  return stream;
};

const seconds = fc.integer({ min: 0, max: 300 });
const phase = fc.oneof(
  seconds.map((length) => `${length}s`),
  seconds.map((length) => ({ exponential: { mean: `${length + 1}s` } })),
  seconds.map((length) => ({ lognormal: { median: `${length + 1}s`, p95: `${3 * (length + 1)}s` } })),
  fc.record({
    size: fc.integer({ min: 0, max: 500 }).map((size) => `${size}GB`),
    at: fc.constantFrom('1GBps', '40Gbps', '800MiBps'),
    cachedShare: fc.constantFrom(0, 0.3, 1),
  }),
);
const givenPhases = fc
  .record(Object.fromEntries(phaseNames.map((name) => [name, fc.option(phase, { nil: undefined })])))
  .filter((phases) => Object.values(phases).some((one) => one !== undefined));

describe('a startup of phases', () => {
  it('is their sum, draw by draw; a restart in place leaves out node and image', () => {
    fc.assert(
      fc.property(givenPhases, fc.nat(1000), (phases, launch) => {
        const startup = buildStartup(startupSettings.parse({ phases }));
        const parts = startup.phases?.(at(launch)) ?? [];
        const total = parts.reduce((sum, part) => sum + part.seconds, 0);
        expect(startup.sample(at(launch), false)).toBe(total);
        expect(parts.map(({ name }) => name)).toEqual(phaseNames.filter((name) => phases[name] !== undefined));
        const inPlace = Object.fromEntries(
          Object.entries(phases).filter(([name]) => !phasesOfPlace.some((one) => one === name)),
        );
        const isAllOfPlace = Object.values(inPlace).every((one) => one === undefined);
        const again = isAllOfPlace ? undefined : buildStartup(startupSettings.parse({ phases: inPlace }));
        expect(startup.sample(at(launch, 2), true)).toBe(again?.sample(at(launch, 2), false) ?? 0);
        expect(startup.restartMeanSeconds).toBe(again?.meanSeconds ?? 0);
      }),
    );
  });

  it('is written back as it was read, and scaled as a whole', () => {
    fc.assert(
      fc.property(givenPhases, fc.constantFrom(0.5, 2, 3), (phases, factor) => {
        const settings = startupSettings.parse({ phases });
        expect(startupSettings.parse(z.encode(startupSettings, settings))).toEqual(settings);
        const scaled = buildStartup(scaledStartup(settings, factor));
        expect(scaled.meanSeconds).toBeCloseTo(factor * buildStartup(settings).meanSeconds, 6);
      }),
    );
  });

  it('finds weights on the node in a share of the starts: 140 GB at 5 GB a second are 28 s in the others', () => {
    const weights = { size: '140GB', at: '5GBps', cachedShare: 0.3 };
    const startup = buildStartup(startupSettings.parse({ phases: { weights } }));
    const draws = Array.from({ length: 2000 }, (_, launch) => startup.sample(at(launch), false));
    expect([...new Set(draws)].sort()).toEqual([0, 28]);
    // Four standard errors of a share of 0.3 in 2,000 draws.
    expect(Math.abs(draws.filter((draw) => draw === 0).length / 2000 - 0.3)).toBeLessThan(0.041);
    expect(startup.meanSeconds).toBeCloseTo(19.6, 12);
  });

  it.each([
    ['40Gbps', '5GBps'],
    ['1MiBps', '1048576Bps'],
    ['8kbps', '1kBps'],
  ])('takes bits and bytes: %s is %s', (bits, bytes) => {
    const secondsOf = (speed: string) =>
      buildStartup(startupSettings.parse({ phases: { image: { size: '1GB', at: speed } } })).meanSeconds;
    expect(secondsOf(bits)).toBe(secondsOf(bytes));
  });
});
