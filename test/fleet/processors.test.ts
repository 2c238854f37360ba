import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backgroundVcpus, type Processors, processorsEach, speedEach } from '../../src/fleet/processors.js';

function processorsOf(parts: Partial<Processors> = {}): Processors {
  return { vcpus: 4, baseVcpus: 0, speed: undefined, burst: undefined, slowStart: undefined, ...parts };
}

/** Max-min fairness by pouring: everybody gets more at the same pace until he has what he wants, or nothing is left. */
function poured(room: number, wants: readonly number[]): number[] {
  const shares = wants.map(() => 0);
  let left = room;
  for (let open = [...wants.keys()]; open.length > 0; ) {
    const step = Math.min(left / open.length, ...open.map((one) => wants[one] - shares[one]));
    for (const one of open) shares[one] += step;
    left -= step * open.length;
    open = open.filter((one) => wants[one] - shares[one] > 1e-12);
    if (left < 1e-12) break;
  }
  return shares;
}

const cases = fc.record({
  vcpus: fc.double({ min: 0.25, max: 16, noNaN: true }),
  baseShare: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 0.95, noNaN: true })),
  burst: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 12, noNaN: true })),
  running: fc.integer({ min: 1, max: 40 }),
});

describe('the processors of a request', () => {
  it('are what max-min fairness gives it beside the threads of a burst, after the base', () => {
    fc.assert(
      fc.property(cases, ({ vcpus, baseShare, burst, running }) => {
        const own = processorsOf({ vcpus, baseVcpus: vcpus * baseShare });
        const threads = Math.ceil(burst);
        const wants = [...Array(running).fill(1), ...Array(threads).fill(burst / threads)];
        const [first] = poured(vcpus - own.baseVcpus, wants);
        expect(processorsEach(own, running, burst)).toBeCloseTo(first, 9);
      }),
    );
  });

  it('leave the background all that is left, and never more than it wants', () => {
    fc.assert(
      fc.property(cases, ({ vcpus, baseShare, burst, running }) => {
        const own = processorsOf({ vcpus, baseVcpus: vcpus * baseShare });
        const taken = running * processorsEach(own, running, burst);
        const background = backgroundVcpus(own, running, burst);
        expect(taken + background).toBeLessThanOrEqual(vcpus + 1e-9);
        expect(background).toBeCloseTo(Math.min(own.baseVcpus + burst, vcpus - taken), 9);
        expect(backgroundVcpus(own, 0, burst)).toBeCloseTo(Math.min(own.baseVcpus + burst, vcpus), 9);
      }),
    );
  });

  it.each<[what: string, own: Partial<Processors>, running: number, burst: number, each: number]>([
    ['a whole one each where there are enough', {}, 3, 0, 1],
    ['a share each where there are not', {}, 8, 0, 0.5],
    ['what the base leaves', { baseVcpus: 1 }, 4, 0, 0.75],
    ['what a burst leaves where its threads need less than their share', {}, 8, 0.2, 3.8 / 8],
    ['as much as each thread of a larger burst', {}, 8, 2, 0.4],
    ['no more than a whole one', { baseVcpus: 0.5 }, 1, 1, 1],
  ])('are %s', (_what, own, running, burst, each) => {
    expect(speedEach(processorsOf(own), running, burst)).toBeCloseTo(each, 12);
  });
});

describe('the speed of a request', () => {
  const speed = { at: (running: number) => Math.sqrt(running) };

  it('is its share of the total that the instance reaches with so many', () => {
    expect(speedEach(processorsOf({ speed }), 4, 0)).toBeCloseTo(0.5, 12);
    expect(speedEach(processorsOf({ speed }), 16, 0)).toBeCloseTo(0.25, 12);
  });

  it('falls with what the background takes of its processors', () => {
    // Of 4 processors 3 are left for 4 requests: three quarters of the speed without it.
    expect(speedEach(processorsOf({ speed, baseVcpus: 1 }), 4, 0)).toBeCloseTo(0.5 * 0.75, 12);
    // 2 of 4 for 8 requests, half of 0.5.
    expect(speedEach(processorsOf({ speed, baseVcpus: 2 }), 8, 0)).toBeCloseTo((Math.sqrt(8) / 8) * 0.5, 12);
    expect(speedEach(processorsOf({ speed, vcpus: 2 }), 1, 1)).toBeCloseTo(1, 12);
  });
});
