import { describe, expect, it } from 'vitest';
import { InstanceTable } from '../../../src/fleet/instanceTable.js';
import type { Serving, ServingContext } from '../../../src/fleet/serving.js';
import { Together } from '../../../src/fleet/servings/together.js';
import { RequestTable } from '../../../src/traffic/requestTable.js';
import * as word from '../../../src/traffic/word.js';

/** A serving that notes what it is asked. */
function noting(name: string, told: string[], parts: Partial<Serving> = {}): Serving {
  const note =
    (what: string) =>
    (...given: unknown[]) => {
      told.push([name, what, ...given].join(' '));
      return 5;
    };
  const asked = [
    'begin',
    'goOn',
    'hold',
    'beginCheck',
    'finish',
    'cancel',
    'pause',
    'resume',
    'touch',
    'clear',
    'burn',
  ];
  return {
    ...Object.fromEntries([...asked, 'cpuFactor', 'burstOf'].map((what) => [what, note(what)])),
    ...{ nextSeconds: Number.POSITIVE_INFINITY, hasBackground: false },
    ...parts,
  } as Serving;
}

/** Services 0 and 2 serve in one way, 1 in another; an instance of each. */
function pair(a: Partial<Serving> = {}, b: Partial<Serving> = {}) {
  const told: string[] = [];
  const [instances, requests] = [new InstanceTable(), new RequestTable()];
  for (const service of [0, 1, 2]) instances.allocate(service, 0);
  const row = requests.allocate();
  requests.words[(row << 5) | word.instance] = 1;
  const [first, second] = [noting('a', told, a), noting('b', told, b)];
  const context = { instances, requests } as unknown as ServingContext;
  return { told, together: new Together(context, [first, second, first]), row };
}

describe('services that serve in different ways', () => {
  it('are each asked about their own instances and requests', () => {
    const { together, told, row } = pair();
    together.begin(0, 7);
    together.goOn(2, 7);
    together.beginCheck(1, 7);
    together.hold(row);
    together.cancel(row);
    for (const instance of [1, 2]) together.pause(instance);
    together.resume(1);
    together.touch(0);
    together.clear(1);
    together.burn(2, 3);
    expect([together.cpuFactor(1), together.burstOf(1)]).toEqual([5, 5]);
    expect(told).toEqual([
      ...['a begin 0 7', 'a goOn 2 7', 'b beginCheck 1 7', 'b hold 0', 'b cancel 0', 'b pause 1', 'a pause 2'],
      ...['b resume 1', 'a touch 0', 'b clear 1', 'a burn 2 3', 'b cpuFactor 1', 'b burstOf 1'],
    ]);
  });

  it.each([
    ['the first where it is earlier', 1, 2, 'a finish', 1],
    ['the second where it is', 3, 2, 'b finish', 2],
    ['the first on a tie', 2, 2, 'a finish', 2],
  ])('are carried out in the order in which they are due: %s', (_what, a, b, finished, next) => {
    const { together, told } = pair({ nextSeconds: a }, { nextSeconds: b });
    expect([together.nextSeconds, together.finish(), told]).toEqual([next, 5, [finished]]);
  });

  it('burn beside requests where one does, and are read by the meter of the one that has one', () => {
    const meter = {} as Serving['meter'];
    expect([pair().together.hasBackground, pair().together.meter]).toEqual([false, undefined]);
    expect(pair({}, { hasBackground: true }).together.hasBackground).toBe(true);
    expect(pair({}, { meter }).together.meter).toBe(meter);
  });
});
