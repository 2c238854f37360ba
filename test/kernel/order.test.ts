import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EarliestTree } from '../../src/kernel/earliestTree.js';
import { EventHeap } from '../../src/kernel/eventHeap.js';
import { TimerQueue } from '../../src/kernel/timerQueue.js';
import { TimeWheel } from '../../src/kernel/timeWheel.js';

/** Few different times, so that ties come up in every run. */
const times = fc.array(
  fc.integer({ min: 0, max: 50 }).map((tick) => tick / 4),
  { maxLength: 300, size: 'max' },
);

describe('EventHeap', () => {
  it('gives events by time, then rank, then the order they came in', () => {
    const event = fc.record({ seconds: fc.integer({ min: 0, max: 20 }), rank: fc.integer({ min: 0, max: 7 }) });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 400, size: 'max' }), (events) => {
        const heap = new EventHeap();
        for (const [row, { seconds, rank }] of events.entries()) heap.push(seconds, rank, 1, row, row + 7);
        const order = events.map((_, row) => row);
        order.sort((a, b) => events[a].seconds - events[b].seconds || events[a].rank - events[b].rank || a - b);
        const popped = order.map(() => {
          const { nextSeconds: seconds, nextRank: rank } = heap;
          heap.pop();
          return { seconds, rank, row: heap.row, generation: heap.generation };
        });
        expect(popped).toEqual(order.map((row) => ({ ...events[row], row, generation: row + 7 })));
        expect([heap.count, heap.nextSeconds]).toEqual([0, Number.POSITIVE_INFINITY]);
      }),
    );
  });

  it('keeps the order while what is taken out plans the next, also when it grows', () => {
    const step = fc.record({ tick: fc.nat(6), rank: fc.nat(7), kind: fc.nat(4), takeCount: fc.nat(2) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200, size: 'max' }), fc.constantFrom(0, 1020), (steps, alreadyThere) => {
        const heap = new EventHeap();
        const model: { seconds: number; rank: number; kind: number; row: number }[] = [];
        const push = (event: (typeof model)[number]) => {
          heap.push(event.seconds, event.rank, event.kind, event.row, event.row + 7);
          // Behind all that are not later: the naive place of a new event.
          const later = model.findIndex(
            ({ seconds, rank }) => seconds > event.seconds || (seconds === event.seconds && rank > event.rank),
          );
          model.splice(later < 0 ? model.length : later, 0, event);
        };
        // Later than all others and in falling order: a heap that loses an entry while it grows gives it back wrongly.
        for (let row = 0; row < alreadyThere; row++) push({ seconds: 9e3 - row, rank: row % 8, kind: 1, row });
        let now = 0;
        const popped: number[][] = [];
        const expected: number[][] = [];
        const pop = () => {
          const [{ seconds, rank, kind, row }] = model;
          expected.push([model.length, seconds, rank, kind, row, row + 7]);
          const next = [heap.count, heap.nextSeconds, heap.nextRank];
          heap.pop();
          popped.push([...next, heap.kind, heap.row, heap.generation]);
          model.shift();
          now = seconds;
        };
        for (const [index, { tick, rank, kind, takeCount }] of steps.entries()) {
          push({ seconds: now + tick / 4, rank, kind, row: 5_000 + index });
          for (let taken = 0; taken < takeCount && model.length > 0; taken++) pop();
        }
        while (model.length > 0) pop();
        expect(popped).toEqual(expected);
        expect(heap.nextSeconds).toBe(Number.POSITIVE_INFINITY);
      }),
      { numRuns: 30 },
    );
  });
});

describe('EarliestTree', () => {
  it('always has the earliest time on top, of equal times the lower row, while times are set, moved and taken out', () => {
    // Seldom a row beyond what there is room for, 8 and its doubles being the first: the tree grows with its times in place.
    const beyond = fc.oneof(fc.constant(64), fc.integer({ min: 41, max: 700 }));
    const step = fc.tuple(
      fc.oneof({ weight: 8, arbitrary: fc.nat(40) }, { weight: 2, arbitrary: beyond }),
      fc.oneof({ weight: 4, arbitrary: fc.nat(12) }, { weight: 1, arbitrary: fc.constant(Infinity) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 300, size: 'max' }), (steps) => {
        const tree = new EarliestTree();
        const model = new Map<number, number>();
        const [found, expected]: (number | undefined)[][][] = [[], []];
        const set = (row: number, seconds: number) => {
          tree.due[0] = seconds;
          tree.set(row);
          if (seconds === Infinity) model.delete(row);
          else model.set(row, seconds);
          const earliest = Math.min(Infinity, ...model.values());
          const first = [...model.keys()].filter((one) => model.get(one) === earliest);
          expected.push(first.length === 0 ? [Infinity] : [earliest, Math.min(...first)]);
          found.push(first.length === 0 ? [tree.nextSeconds] : [tree.nextSeconds, tree.nextRow]);
        };
        for (const [row, seconds] of steps) set(row, seconds);
        // What is left comes out in order.
        for (let left = model.size; left > 0; left--) set(tree.nextRow, Infinity);
        expect(found).toEqual(expected);
      }),
    );
  });
});

describe('EarliestTree, cleared', () => {
  it('has the next row on top, and in the end none', () => {
    const tree = new EarliestTree();
    for (const [row, seconds] of [5, 3, 4].entries()) {
      tree.due[0] = seconds;
      tree.set(row);
    }
    tree.clear(1);
    expect([tree.nextSeconds, tree.nextRow]).toEqual([4, 2]);
    tree.clear(1);
    tree.clear(0);
    expect([tree.nextSeconds, tree.nextRow]).toEqual([4, 2]);
    tree.clear(2);
    expect(tree.nextSeconds).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('TimerQueue', () => {
  it('ends timers of one length in the order they were started', () => {
    fc.assert(
      fc.property(times, (starts) => {
        const queue = new TimerQueue(2.5);
        const sorted = [...starts].sort((a, b) => a - b);
        for (const [row, start] of sorted.entries()) queue.start(row, row % 3, start);
        const ended = sorted.map(() => {
          const first = [queue.nextSeconds, queue.nextRow, queue.nextGeneration];
          queue.pop();
          return first;
        });
        expect(ended).toEqual(sorted.map((start, row) => [start + 2.5, row, row % 3]));
        expect(queue.nextSeconds).toBe(Infinity);
      }),
    );
  });

  it('is a ring: it starts and ends timers in turn for as long as one likes, and grows with its entries in order', () => {
    const rounds = fc.array(fc.tuple(fc.nat(200), fc.nat(200)), { maxLength: 12, size: 'max' });
    fc.assert(
      fc.property(rounds, (given) => {
        const queue = new TimerQueue(2);
        const model: { end: number; row: number; generation: number }[] = [];
        let started = 0;
        for (const [startCount, endCount] of given) {
          for (let one = 0; one < startCount; one++) {
            queue.start(started, started * 3, started);
            model.push({ end: started + 2, row: started, generation: started * 3 });
            started++;
          }
          const due = model.splice(0, endCount);
          const ended = due.map(() => {
            const first = { end: queue.nextSeconds, row: queue.nextRow, generation: queue.nextGeneration };
            queue.pop();
            return first;
          });
          expect(ended).toEqual(due);
          expect(queue.nextSeconds).toBe(model[0]?.end ?? Infinity);
        }
      }),
    );
  });

  it('stays empty when its timers never end', () => {
    const queue = new TimerQueue(Infinity);
    queue.start(1, 1, 0);
    expect(queue.nextSeconds).toBe(Infinity);
  });
});

describe('TimeWheel', () => {
  const push = (wheel: TimeWheel, row: number, seconds: number) => {
    wheel.due[0] = seconds;
    wheel.push(row);
  };

  it('comes to an end with events that are almost at one instant, and one far away', () => {
    const wheel = new TimeWheel();
    const seconds = Array.from({ length: 2000 }, (_, row) => 1 + row * Number.EPSILON);
    for (const [row, due] of seconds.entries()) push(wheel, row, due);
    push(wheel, 2000, 1e9);
    const popped = [...seconds, 1e9].map(() => wheel.pop());
    expect(popped).toEqual([...seconds.keys(), 2000]);
  });

  /** What the wheel says, against a sorted list; gaps of many orders of magnitude make it turn and retune. */
  it('gives the events before a limit in time order, ties as they came, and none after it', () => {
    const gap = fc.oneof(
      fc.constant(0),
      fc.double({ min: 1e-6, max: 1e-3, noNaN: true }),
      fc.double({ min: 0, max: 1e4, noNaN: true }),
    );
    const step = fc.record({
      gaps: fc.array(gap, { maxLength: 40, size: 'max' }),
      ahead: gap,
      isInclusive: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30, size: 'max' }), (steps) => {
        const wheel = new TimeWheel();
        let alive: { row: number; seconds: number; order: number }[] = [];
        let limit = 0;
        let order = 0;
        let row = 0;
        for (const { gaps, ahead, isInclusive } of steps) {
          for (const by of gaps) {
            alive.push({ row, seconds: limit + by, order: order++ });
            push(wheel, row++, limit + by);
          }
          limit += ahead;
          const due = alive
            .filter(({ seconds }) => (isInclusive ? seconds <= limit : seconds < limit))
            .sort((a, b) => a.seconds - b.seconds || a.order - b.order);
          for (const event of due) {
            expect(wheel.nextSeconds).toBe(event.seconds);
            expect(wheel.pop()).toBe(event.row);
          }
          const isDue = isInclusive ? wheel.nextSeconds <= limit : wheel.nextSeconds < limit;
          expect(isDue).toBe(false);
          alive = alive.filter((event) => !due.includes(event));
          expect(wheel.count).toBe(alive.length);
        }
      }),
    );
  });

  it('keeps the order when what is popped plans the next: the events of busy servers', () => {
    const works = fc.array(fc.double({ min: 1e-3, max: 5, noNaN: true }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(works, fc.integer({ min: 1, max: 9 }), (work, servers) => {
        const wheel = new TimeWheel();
        const alive = new Map<number, number>();
        for (let row = 0; row < servers; row++) {
          alive.set(row, work[row % work.length]);
          push(wheel, row, work[row % work.length]);
        }
        // Enough for the wheel to tune itself many times.
        for (let step = 1; step < 10_000; step++) {
          const earliest = Math.min(...alive.values());
          if (wheel.nextSeconds !== earliest) expect(wheel.nextSeconds).toBe(earliest);
          const next = earliest + work[step % work.length];
          const row = wheel.pop();
          alive.set(row, next);
          push(wheel, row, next);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('takes out any event', () => {
    fc.assert(
      fc.property(times, fc.infiniteStream(fc.boolean()), (due, coins) => {
        const wheel = new TimeWheel();
        for (const [row, seconds] of due.entries()) push(wheel, row, seconds);
        const kept = due.map((seconds, row) => ({ seconds, row })).filter(() => coins.next().value === true);
        const keptRows = new Set(kept.map(({ row }) => row));
        for (const row of due.keys()) if (!keptRows.has(row)) wheel.remove(row);
        kept.sort((a, b) => a.seconds - b.seconds || a.row - b.row);
        expect(kept.map(() => wheel.pop())).toEqual(kept.map(({ row }) => row));
        expect(wheel.nextSeconds).toBe(Number.POSITIVE_INFINITY);
      }),
    );
  });
});
