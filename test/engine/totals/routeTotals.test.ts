import { describe, expect, it } from 'vitest';
import { fallbacksOf } from '../../../src/engine/totals/hopTotals.js';
import { restartsOfService } from '../../../src/engine/totals/restartsOfService.js';
import { rolloutsOf } from '../../../src/engine/totals/rolloutTotals.js';
import { FleetLog } from '../../../src/record/fleetLog.js';

const names = ['a', 'b', 'c'];
const services = names.map((name, index) => ({
  name,
  featureCounts: new Map(index === 0 ? [['cooldowns' as const, () => 7]] : []),
}));
const providers = [{ name: 'bought', featureCounts: new Map([['cooldowns' as const, () => 9]]) }];

describe('requests that went on', () => {
  const counted = { moved: 1, skipped: 2 };
  const of = (...hopCounts: { route: string; from: number; to: number }[]) => {
    const routes = { hopCounts: hopCounts.map((hop) => ({ ...hop, ...counted })) };
    return fallbacksOf({ gateway: { routes }, services, providers }).fallbacks;
  };

  it('are none where there is no route, or nobody went on', () => {
    expect(fallbacksOf({ gateway: { routes: undefined }, services, providers })).toEqual({});
    expect(fallbacksOf({ gateway: { routes: { hopCounts: [] } }, services, providers })).toEqual({});
  });

  it('are told by name, with the cooldowns of where they came from', () => {
    expect(
      of({ route: 'chat', from: 0, to: 3 }, { route: 'chat', from: 3, to: 1 }, { route: 'code', from: 2, to: 0 }),
    ).toEqual([
      { route: 'chat', from: 'a', to: 'bought', ...counted, cooldowns: 7 },
      { route: 'chat', from: 'bought', to: 'b', ...counted, cooldowns: 9 },
      { route: 'code', from: 'c', to: 'a', ...counted, cooldowns: 0 },
    ]);
  });

  it('are in the order of routes, then of where they came from, then of where they went', () => {
    const sorted = [
      { route: 'chat', from: 0, to: 1 },
      { route: 'chat', from: 0, to: 2 },
      { route: 'chat', from: 1, to: 0 },
      { route: 'chat', from: 2, to: 0 },
      { route: 'code', from: 0, to: 1 },
      { route: 'draw', from: 0, to: 1 },
    ];
    const ways = (hops: typeof sorted) => of(...hops)?.map(({ route, from, to }) => `${route} ${from} ${to}`);
    const expected = sorted.map(({ route, from, to }) => `${route} ${names[from]} ${names[to]}`);
    expect(ways(sorted)).toEqual(expected);
    expect(ways([...sorted].reverse())).toEqual(expected);
    expect(ways([...sorted.slice(3), ...sorted.slice(0, 3)])).toEqual(expected);
  });
});

describe('rollouts', () => {
  const parts = { route: { name: 'chat' }, oldService: 1, newService: 3 };
  const check = { name: 'quality' as const, limit: 0.02, oldCount: 40, newCount: 30, isBroken: false };
  const stepOf = (...checks: object[]) => {
    const steps = [{ beginSeconds: 60, percent: 10, checks: checks.map((more) => ({ ...check, ...more })) }];
    return rolloutsOf({ rollouts: [{ parts, steps, abortedSeconds: undefined }], services, providers }).rollouts?.[0];
  };

  it('are none where there is none', () => {
    expect(rolloutsOf({ rollouts: [], services, providers })).toEqual({});
  });

  it('are told by the names of both versions, step by step', () => {
    const written = { name: 'quality', limit: 0.02, old_count: 40, new_count: 30, broken: false };
    expect(stepOf({})).toEqual({
      route: 'chat',
      from: 'b',
      to: 'bought',
      steps: [{ from_s: 60, percent: 10, checks: [written] }],
    });
    expect(
      stepOf({ values: { old: 0.9, new: 0.5 }, worse: { low: 0.3, high: 0.5 }, isBroken: true })?.steps[0].checks,
    ).toEqual([{ ...written, old: 0.9, new: 0.5, low: 0.3, high: 0.5, broken: true }]);
  });

  it.each([
    ['neither end', { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY }, {}],
    ['the lower end', { low: 0, high: Number.POSITIVE_INFINITY }, { low: 0 }],
    ['the upper end', { low: Number.NEGATIVE_INFINITY, high: 0 }, { high: 0 }],
  ])('leave out an end that is not known: %s is', (_what, worse, expected) => {
    const [{ low, high }] = stepOf({ worse })?.steps[0].checks ?? [];
    expect(JSON.stringify({ low, high })).toBe(JSON.stringify(expected));
  });

  it('say when all went back', () => {
    const aborted = { parts, steps: [], abortedSeconds: 0 };
    expect(rolloutsOf({ rollouts: [aborted], services, providers }).rollouts).toEqual([
      { route: 'chat', from: 'b', to: 'bought', steps: [], aborted_s: 0 },
    ]);
  });
});

describe('what began again in place', () => {
  it('is told by why and when, with the longest wait', () => {
    const billing = { granularitySeconds: 1, minimumSeconds: 0, from: 'launch' as const };
    const fleetLog = new FleetLog({ fromSeconds: 0, toSeconds: 100 }, billing);
    expect(restartsOfService({ fleetLog })).toEqual([]);
    fleetLog.restarts.add({ reason: 'liveness', state: 'working', backOffSeconds: 10 });
    fleetLog.restarts.add({ reason: 'oom-kill', state: 'starting', backOffSeconds: 0 });
    fleetLog.restarts.add({ reason: 'liveness', state: 'working', backOffSeconds: 20 });
    expect(restartsOfService({ fleetLog })).toEqual([
      { by: 'liveness', state: 'working', count: 2, back_off_s: 20 },
      { by: 'oom-kill', state: 'starting', count: 1, back_off_s: 0 },
    ]);
  });
});
