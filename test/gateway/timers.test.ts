import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as eventKind from '../../src/gateway/eventKind.js';
import { Timers } from '../../src/gateway/timers.js';
import { EventHeap } from '../../src/kernel/eventHeap.js';
import { RequestTable } from '../../src/traffic/requestTable.js';
import * as word from '../../src/traffic/word.js';

const lengths = fc.constantFrom(0.5, 1, 2, Number.POSITIVE_INFINITY);
const step = fc.record({
  kind: fc.constantFrom('line', 'try', 'total', 'pop', 'tryOver', 'requestOver'),
  gapSeconds: fc.constantFrom(0, 0.25, 0.5, 1),
  row: fc.nat({ max: 20 }),
});
/** Of timers that end at one instant: the whole request's first, then the queue's, then the try's. */
const order = [eventKind.totalTimedOut, eventKind.centralQueueTimedOut, eventKind.tryTimedOut] as number[];

interface Started {
  readonly ends: number;
  readonly kind: number;
  readonly row: number;
  readonly field: number;
  readonly generation: number;
  readonly start: number;
}

/** Timers over a table of rows, and a list of those that were started. */
function timersOver(centralQueueSeconds: number, trySeconds: number, totalSeconds: number) {
  const clock = { nowSeconds: 0 };
  const requests = new RequestTable();
  const { words } = requests;
  const timers = new Timers(
    { centralQueueSeconds, trySeconds, totalSeconds },
    { clock, heap: new EventHeap(), requests },
  );
  const started: Started[] = [];
  let count = 0;
  const start = (kind: number, row: number, seconds: number) => {
    const field = kind === eventKind.totalTimedOut ? word.life : word.generation;
    const generation = words[(row << 5) | field];
    if (kind === eventKind.centralQueueTimedOut) timers.startCentralQueue(row, undefined);
    else if (kind === eventKind.tryTimedOut) timers.startTry(row, undefined);
    else timers.startTotal(row, undefined);
    if (seconds === Number.POSITIVE_INFINITY) return;
    started.push({ ends: clock.nowSeconds + seconds, kind, row, field, generation, start: count++ });
  };
  /** The first of those whose try, or request, is not over. */
  const nextCurrent = (): Started | undefined =>
    started
      .filter(({ row, field, generation }) => words[(row << 5) | field] === generation)
      .sort((a, b) => a.ends - b.ends || order.indexOf(a.kind) - order.indexOf(b.kind) || a.start - b.start)[0];
  return { clock, words, timers, started, start, nextCurrent };
}

describe('the timers of the gateway', () => {
  it('end in order of time, then kind, then start, those of no length never; of what is over they may leave out any', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 300, size: 'max' }),
        lengths,
        lengths,
        lengths,
        (steps, centralQueue, attempt, total) => {
          const { clock, words, timers, started, start, nextCurrent } = timersOver(centralQueue, attempt, total);
          /** The next that is not of what is over, as `nextCurrent` says it; whether there was one. */
          const popNext = (): boolean => {
            const due = nextCurrent();
            while (timers.nextSeconds < Number.POSITIVE_INFINITY) {
              clock.nowSeconds = timers.nextSeconds;
              timers.pop();
              const { kind, row, generation } = timers;
              const field = kind === eventKind.totalTimedOut ? word.life : word.generation;
              if (words[(row << 5) | field] !== generation) continue;
              expect({ ends: clock.nowSeconds, kind, row, generation }).toEqual(
                due && { ends: due.ends, kind: due.kind, row: due.row, generation: due.generation },
              );
              started.splice(started.indexOf(due as Started), 1); // safe: the line above says that there is one
              return true;
            }
            expect(due).toBe(undefined);
            return false;
          };
          for (const { kind, gapSeconds, row } of steps) {
            if (kind === 'pop') {
              popNext();
              continue;
            }
            // Time does not go past a timer that is due.
            clock.nowSeconds = Math.min(clock.nowSeconds + gapSeconds, timers.nextSeconds);
            if (kind === 'line') start(eventKind.centralQueueTimedOut, row, centralQueue);
            else if (kind === 'try') start(eventKind.tryTimedOut, row, attempt);
            else if (kind === 'total') start(eventKind.totalTimedOut, row, total);
            else words[(row << 5) | (kind === 'tryOver' ? word.generation : word.life)]++;
          }
          while (popNext());
        },
      ),
      { numRuns: 100 },
    );
  });

  it('forget the timers of what is over when the next begins, so that the loop need not meet them', () => {
    const { clock, words, timers, start } = timersOver(5, 2, 9);
    for (let row = 0; row < 10; row++) {
      clock.nowSeconds = row / 8;
      start(eventKind.tryTimedOut, row, 2);
      expect(timers.nextSeconds).toBe(row / 8 + 2);
      words[(row << 5) | word.generation]++;
    }
  });
});
