import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CodelState } from '../../../src/gateway/guards/admissions/codelState.js';

const rules = { targetSeconds: 0.005, intervalSeconds: 0.1 };

interface Packet {
  readonly stamp: number;
}

/** The pseudo-code of RFC 8289, section 5, line by line, over a queue of its own. */
class Published {
  readonly queue: Packet[] = [];
  readonly dropped: Packet[] = [];
  first_above_time = 0;
  drop_next = 0;
  count = 0;
  lastcount = 0;
  dropping = false;

  dodequeue(now: number): { p: Packet | undefined; ok_to_drop: boolean } {
    const r = { p: this.queue.shift(), ok_to_drop: false };
    if (r.p === undefined) {
      this.first_above_time = 0;
      return r;
    }
    const sojourn_time = now - r.p.stamp;
    if (sojourn_time < rules.targetSeconds || this.queue.length <= 1) this.first_above_time = 0;
    else if (this.first_above_time === 0) this.first_above_time = now + rules.intervalSeconds;
    else if (now >= this.first_above_time) r.ok_to_drop = true;
    return r;
  }

  control_law(t: number, count: number): number {
    return t + rules.intervalSeconds / Math.sqrt(count);
  }

  deque(now: number): Packet | undefined {
    let r = this.dodequeue(now);
    if (this.dropping) {
      if (!r.ok_to_drop) this.dropping = false;
      while (now >= this.drop_next && this.dropping) {
        if (r.p !== undefined) this.dropped.push(r.p);
        this.count++;
        r = this.dodequeue(now);
        if (!r.ok_to_drop) this.dropping = false;
        else this.drop_next = this.control_law(this.drop_next, this.count);
      }
    } else if (r.ok_to_drop) {
      if (r.p !== undefined) this.dropped.push(r.p);
      r = this.dodequeue(now);
      this.dropping = true;
      const delta = this.count - this.lastcount;
      this.count = 1;
      if (delta > 1 && now - this.drop_next < 16 * rules.intervalSeconds) this.count = delta;
      this.drop_next = this.control_law(now, this.count);
      this.lastcount = this.count;
    }
    return r.p;
  }
}

/** Packets that arrive and instants at which one leaves, as both see them: what each dropped. */
function play(arrivals: readonly number[], departures: readonly number[]): { ours: number[]; published: number[] } {
  const published = new Published();
  const state = new CodelState(rules);
  const queue: number[] = [];
  const ours: number[] = [];
  let next = 0;
  for (const now of departures) {
    for (; next < arrivals.length && arrivals[next] <= now; next++) {
      queue.push(arrivals[next]);
      published.queue.push({ stamp: arrivals[next] });
    }
    // A server takes from a queue only while somebody waits.
    if (queue.length === 0) continue;
    published.deque(now);
    for (let stamp = queue.shift(); stamp !== undefined; stamp = queue.shift()) {
      if (!state.drops(now, now - stamp, queue.length)) break;
      ours.push(stamp);
    }
  }
  return { ours, published: published.dropped.map(({ stamp }) => stamp) };
}

const evenly = (count: number, gapSeconds: number) =>
  Array.from({ length: count }, (_, index) => 1 + index * gapSeconds);
const ascending = (gaps: readonly number[]) => {
  let sum = 1;
  return gaps.map((gap) => {
    sum += gap;
    return sum;
  });
};

describe('CoDel', () => {
  it.each([
    ['below capacity', 0.011, 0.01],
    ['a tenth too much', 0.009, 0.01],
    ['twice too much', 0.005, 0.01],
    ['ten times too much', 0.001, 0.01],
  ])('drops what the published pseudo-code drops: %s', (_what, arrivalGap, departureGap) => {
    const { ours, published } = play(evenly(8_000, arrivalGap), evenly(4_000, departureGap));
    expect(ours).toEqual(published);
    if (arrivalGap < departureGap) expect(ours.length).toBeGreaterThan(10);
    else expect(ours).toEqual([]);
  });

  it('drops what the published pseudo-code drops under bursts, lulls and spells soon after each other', () => {
    // Spells of so many arrivals so far apart; departures are 8 to 12 ms apart.
    const spell = fc.record({
      count: fc.integer({ min: 1, max: 200 }),
      gap: fc.double({ min: 0, max: 0.02, noNaN: true }),
    });
    const gaps = fc
      .array(spell, { minLength: 1, maxLength: 10 })
      .map((spells) => spells.flatMap(({ count, gap }) => Array.from({ length: count }, () => gap)));
    const steps = fc.array(fc.double({ min: 0.008, max: 0.012, noNaN: true }), { minLength: 300, maxLength: 600 });
    let dropped = 0;
    fc.assert(
      fc.property(gaps, steps, (arrivalGaps, departureGaps) => {
        const { ours, published } = play(ascending(arrivalGaps), ascending(departureGaps));
        dropped += ours.length;
        expect(ours).toEqual(published);
      }),
    );
    expect(dropped).toBeGreaterThan(100);
  });

  it('drops the first after an interval above the target, the next after interval / sqrt(n)', () => {
    const state = new CodelState(rules);
    const drops: number[] = [];
    for (let tick = 0; tick < 500; tick++) {
      const now = 1 + tick / 1000;
      if (state.drops(now, 1, 100)) drops.push(tick);
    }
    // 100 ms after the first; then 100/sqrt(1), 100/sqrt(2), 100/sqrt(3), ... ms, on ticks of 1 ms.
    const expected = [100, 200, 271, 329, 379, 424, 464];
    expect(drops).toHaveLength(expected.length);
    for (const [index, tick] of expected.entries()) expect(Math.abs(drops[index] - tick)).toBeLessThanOrEqual(1);
  });
});
