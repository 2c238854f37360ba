import { describe, expect, it } from 'vitest';
import { cpuAt, FakeFleet, hpaOf, oldInstance, onePerUnit } from './fakeFleet.js';

/** Counts after each change, with the time of it. */
function changes(fleet: FakeFleet, total: (seconds: number) => number, untilSeconds: number): string[] {
  const seen: string[] = [];
  for (let time = 0; time <= untilSeconds; time += 15) {
    const before = fleet.desired;
    const { desired } = fleet.sync({ time, metrics: { queue_depth: total(time) } });
    if (desired !== before) seen.push(`${desired} at ${time}`);
  }
  return seen;
}

const wide = { minReplicas: 1, maxReplicas: 1000, metrics: [onePerUnit] };
const rule = (type: string, value: number, periodSeconds: number) => [{ type, value, periodSeconds }];

describe('the stories of KEP 853', () => {
  it('S1: Percent 900 a minute grows as fast as possible', () => {
    const behavior = { scaleUp: { policies: rule('Percent', 900, 60) } };
    const fleet = new FakeFleet(hpaOf({ ...wide, behavior }), 1);
    expect(changes(fleet, () => 1000, 300)).toEqual(['10 at 0', '100 at 60', '1000 at 120']);
  });

  it('S2: Pods 1 every 10 min shrinks one by one, once the window has passed', () => {
    const behavior = { scaleDown: { policies: rule('Pods', 1, 600) } };
    const fleet = new FakeFleet(hpaOf({ ...wide, behavior }), 10);
    expect(changes(fleet, () => 1, 2400)).toEqual(['9 at 300', '8 at 900', '7 at 1500', '6 at 2100']);
  });

  it('S3: Pods 1 every 5 min grows one by one', () => {
    const behavior = { scaleUp: { policies: rule('Pods', 1, 300) } };
    const fleet = new FakeFleet(hpaOf({ ...wide, behavior }), 1);
    expect(changes(fleet, () => 1000, 700)).toEqual(['2 at 0', '3 at 300', '4 at 600']);
  });

  it('S4: Disabled never shrinks', () => {
    const behavior = { scaleDown: { selectPolicy: 'Disabled' } };
    const fleet = new FakeFleet(hpaOf({ ...wide, behavior }), 10);
    expect(changes(fleet, () => 1, 3600)).toEqual([]);
    expect(fleet.decisions.at(-1)?.rule).toBe('scale-down limit: disabled');
  });

  it('S5: the highest recommendation of 10 min holds', () => {
    const behavior = { scaleDown: { stabilizationWindowSeconds: 600, tolerance: 0 } };
    const fleet = new FakeFleet(hpaOf({ ...wide, behavior }), 10);
    const recommendations = [10, 9, 8, 9, 9, 8, 9, 8, 9, 8];
    for (const [minute, total] of recommendations.entries()) {
      expect(fleet.sync({ time: minute * 60, metrics: { queue_depth: total } }).desired).toBe(10);
    }
    expect(fleet.decisions.at(-1)).toEqual({
      desired: 10,
      rule: 'scale-down stabilization: highest recommendation of the last 10 min holds',
      reason: 'queue_depth 0.8 a pod of target 1 -> 8; highest recommendation 10 at 0s',
    });
  });

  it('S6: the lowest recommendation of 5 min holds', () => {
    const behavior = { scaleUp: { stabilizationWindowSeconds: 300, tolerance: 0 } };
    const fleet = new FakeFleet(hpaOf({ ...wide, behavior }), 2);
    for (const [sync, total] of [2, 3, 19, 10, 3, 4].entries()) {
      expect(fleet.sync({ time: sync * 15, metrics: { queue_depth: total } }).desired).toBe(2);
    }
    expect(fleet.decisions.at(-1)?.rule).toBe('scale-up stabilization: lowest recommendation of the last 5 min holds');
  });
});

/** A fleet of 1 vCPU that requests 1, every instance at full load. */
function saturated(fleet: FakeFleet, time: number) {
  const perInstance = Array.from({ length: fleet.desired }, (_, index) =>
    oldInstance(`web-${index}`, { cpu_utilization: 1 }),
  );
  return fleet.sync({ time, resources: { vcpus: 1, cpuRequest: 1 }, perInstance });
}

describe('pains of real fleets', () => {
  it.each([
    [75, [14, 19, 26, 35, 47, 63]],
    [50, [20, 40, 80]],
  ])('grows slowly by a CPU that cannot show more than 100 %%: target %i %%', (target, counts) => {
    const fleet = new FakeFleet(hpaOf({ minReplicas: 1, maxReplicas: 1000, metrics: [cpuAt(target)] }), 10);
    const seen = counts.map((_, sync) => saturated(fleet, 15 * (sync + 1)).desired);
    expect(seen).toEqual(counts);
  });

  it('never shrinks by a memory that stays: ceil(4 x 160 / 200) = 4', () => {
    const metric = {
      type: 'Resource',
      resource: { name: 'memory', target: { type: 'AverageValue', averageValue: '200Mi' } },
    };
    const fleet = new FakeFleet(hpaOf({ minReplicas: 1, maxReplicas: 10, metrics: [metric] }), 4);
    const perInstance = [1, 2, 3, 4].map((id) => oldInstance(`web-${id}`, { memory_utilization: 160 / 400 }));
    for (let time = 15; time <= 1800; time += 15) {
      expect(fleet.sync({ time, resources: { memory: 400 * 2 ** 20 }, perInstance }).desired).toBe(4);
    }
    expect(fleet.decisions.at(-1)?.reason).toBe('memory 160Mi a pod of target 200Mi, 4 ready -> 4');
  });
});
