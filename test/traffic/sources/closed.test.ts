import { describe, expect, it } from 'vitest';
import type { ClosedSource } from '../../../src/traffic/source.js';
import { buildSource } from '../../../src/traffic/sources/index.js';
import { contextOf } from '../openContext.js';
import { parseSource } from '../parseSource.js';

function open(settings: Record<string, unknown>): ClosedSource {
  const source = buildSource(parseSource(settings), contextOf());
  if (source.kind !== 'closed') throw new TypeError('not a closed source');
  return source;
}

function changesOf(source: ClosedSource): [number, number][] {
  const changes: [number, number][] = [];
  for (let change = source.nextChange(); change !== undefined; change = source.nextChange())
    changes.push([change.atSeconds, change.count]);
  return changes;
}

describe('closed sources', () => {
  it('constant-vus keeps its users to the end of the run', () => {
    expect(changesOf(open({ executor: 'constant-vus', vus: 3, startTime: '5s' }))).toEqual([
      [5, 3],
      [3605, 0],
    ]);
  });

  it('ramping-vus steps in whole users at the instants where the line crosses them', () => {
    const settings = {
      executor: 'ramping-vus',
      startVUs: 0,
      stages: [
        { duration: '10s', target: 5 },
        { duration: '0s', target: 2 },
        { duration: '4s', target: 0 },
      ],
    };
    expect(changesOf(open(settings))).toEqual([
      [0, 0],
      [2, 1],
      [4, 2],
      [6, 3],
      [8, 4],
      [10, 5],
      [10, 2],
      [12, 1],
      [14, 0],
      [14, 0],
    ]);
  });

  it('per-vu-iterations gives each user its own', () => {
    const source = open({ executor: 'per-vu-iterations', vus: 2, iterations: 2 });
    expect([0, 0, 0, 1, 1, 1].map((user) => source.takeIteration(user))).toEqual([
      true,
      true,
      false,
      true,
      true,
      false,
    ]);
  });

  it('shared-iterations shares one pool', () => {
    const source = open({ executor: 'shared-iterations', vus: 2, iterations: 3 });
    expect([0, 1, 0, 1, 0].map((user) => source.takeIteration(user))).toEqual([true, true, true, false, false]);
  });

  it('refuses fewer shared iterations than users', () => {
    expect(() => open({ executor: 'shared-iterations', vus: 5, iterations: 3 })).toThrow(/fewer iterations/);
  });

  it.each([
    ['constant-vus', 'duration'],
    ['shared-iterations', 'maxDuration'],
    ['per-vu-iterations', 'maxDuration'],
  ])('refuses less than 1s, as k6 does: %s', (executor, key) => {
    expect(() => open({ executor, [key]: '999ms' })).toThrow(/shorter than 1s/);
    expect(open({ executor, [key]: '1s' }).kind).toBe('closed');
  });

  it('refuses ramping-vus without a target above 0', () => {
    expect(() => open({ executor: 'ramping-vus', stages: [{ duration: '1s', target: 0 }] })).toThrow(/above 0/);
  });

  it('thinks the same for a user and iteration whatever was asked before', () => {
    const think = { exponential: { mean: '5s' } };
    const [a, b] = [
      open({ executor: 'constant-vus', vus: 2, think }),
      open({ executor: 'constant-vus', vus: 2, think }),
    ];
    const forward = [a.thinkSeconds(0, 0), a.thinkSeconds(1, 0), a.thinkSeconds(0, 1)];
    const backward = [b.thinkSeconds(0, 1), b.thinkSeconds(1, 0), b.thinkSeconds(0, 0)].reverse();
    expect(forward).toEqual(backward);
  });
});
