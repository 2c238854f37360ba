import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Calendar, type ScheduledEvent } from '../../src/kernel/calendar.js';

/** What a calendar owes us, kept the dull way: a list, sorted whenever somebody asks. */
class SortedList {
  #entries: { seconds: number; rank: number; name: number; isCancelled: boolean }[] = [];

  add(seconds: number, rank: number, name: number): void {
    this.#entries.push({ seconds, rank, name, isCancelled: false });
    // Stable: what was planned first stays first.
    this.#entries.sort((a, b) => a.seconds - b.seconds || a.rank - b.rank);
  }

  cancel(name: number): void {
    for (const entry of this.#entries) if (entry.name === name) entry.isCancelled = true;
  }

  dropCancelled(): void {
    while (this.#entries[0]?.isCancelled) this.#entries.shift();
  }

  get first() {
    return this.#entries.at(0);
  }

  take() {
    return this.#entries.shift();
  }
}

/** Few different instants and ranks, so that ties come up in every run. */
const steps = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('at' as const), tick: fc.nat(9), rank: fc.nat(3) }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('run' as const) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('cancel' as const), which: fc.nat(200) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('peek' as const) }) },
  ),
  { maxLength: 300, size: 'max' },
);

describe('a calendar', () => {
  it('carries out by time, then rank, then the order of planning, whatever is cancelled on the way', () => {
    fc.assert(
      fc.property(steps, (given) => {
        const calendar = new Calendar();
        const model = new SortedList();
        const planned: ScheduledEvent[] = [];
        const done: number[] = [];
        for (const step of given) {
          if (step.kind === 'at') {
            const name = planned.length;
            const scheduled = calendar.at(step.tick / 4, step.rank, () => done.push(name));
            expect([scheduled.seconds, scheduled.rank]).toEqual([step.tick / 4, step.rank]);
            planned.push(scheduled);
            model.add(step.tick / 4, step.rank, name);
          } else if (step.kind === 'cancel' && planned.length > 0) {
            planned[step.which % planned.length].cancel();
            model.cancel(step.which % planned.length);
          } else if (step.kind === 'peek') {
            model.dropCancelled();
            const first = calendar.peek();
            expect([first?.seconds, first?.rank]).toEqual([model.first?.seconds, model.first?.rank]);
          } else if (step.kind === 'run' && model.first !== undefined) {
            const [before, taken] = [done.length, model.take()];
            calendar.runNext();
            expect(done.slice(before)).toEqual(taken?.isCancelled ? [] : [taken?.name]);
          }
          expect([calendar.first?.seconds, calendar.first?.rank]).toEqual([model.first?.seconds, model.first?.rank]);
        }
      }),
    );
  });

  it('lets an action plan another at its own instant, which comes after those that waited', () => {
    const calendar = new Calendar();
    const done: string[] = [];
    calendar.at(1, 0, () => {
      done.push('first');
      calendar.at(1, 0, () => done.push('planned by the first'));
    });
    calendar.at(1, 0, () => done.push('second'));
    while (calendar.peek() !== undefined) calendar.runNext();
    expect(done).toEqual(['first', 'second', 'planned by the first']);
  });

  it('has nothing to show once all is cancelled', () => {
    const calendar = new Calendar();
    for (const seconds of [3, 1, 2]) calendar.at(seconds, 0, () => expect.unreachable()).cancel();
    expect(calendar.first?.seconds).toBe(1);
    expect(calendar.peek()).toBeUndefined();
    expect(calendar.first).toBeUndefined();
  });
});
