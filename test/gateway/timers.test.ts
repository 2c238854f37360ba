import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as eventKind from '../../src/gateway/eventKind.js';
import { Timers } from '../../src/gateway/timers.js';
import { EventHeap } from '../../src/kernel/eventHeap.js';

const lengths = fc.constantFrom(0.5, 1, 2, Number.POSITIVE_INFINITY);
const step = fc.record({
  kind: fc.constantFrom('line', 'try', 'total', 'pop'),
  gapSeconds: fc.constantFrom(0, 0.25, 0.5, 1),
  row: fc.nat({ max: 1000 }),
});
/** Of timers that end at one instant: the whole request's first, then the queue's, then the try's. */
const order = [eventKind.totalTimedOut, eventKind.centralQueueTimedOut, eventKind.tryTimedOut] as number[];

describe('the timers of the gateway', () => {
  it('end in order of time, then kind, then start, and those of no length never', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 300, size: 'max' }),
        lengths,
        lengths,
        lengths,
        (steps, centralQueue, attempt, total) => {
          const clock = { nowSeconds: 0 };
          const timers = new Timers(
            { centralQueueSeconds: centralQueue, trySeconds: attempt, totalSeconds: total },
            { clock, heap: new EventHeap() },
          );
          const running: { ends: number; kind: number; row: number; generation: number; start: number }[] = [];
          const next = () =>
            running.reduce((a, b) => {
              const byKind = order.indexOf(a.kind) - order.indexOf(b.kind);
              return (a.ends - b.ends || byKind || a.start - b.start) <= 0 ? a : b;
            });
          let now = 0;
          steps.forEach(({ kind, gapSeconds, row }, start) => {
            const note = (eventNumber: number, seconds: number) => {
              const timer = { ends: now + seconds, kind: eventNumber, row, generation: start, start };
              if (seconds < Number.POSITIVE_INFINITY) running.push(timer);
            };
            if (kind === 'pop') {
              expect(timers.nextSeconds).toBe(running.length === 0 ? Number.POSITIVE_INFINITY : next().ends);
              if (running.length === 0) return;
              const due = next();
              now = Math.max(now, due.ends);
              timers.pop();
              expect([timers.kind, timers.row, timers.generation]).toEqual([due.kind, due.row, due.generation]);
              running.splice(running.indexOf(due), 1);
              return;
            }
            // Time does not go past a timer that is due.
            now = Math.min(now + gapSeconds, running.length === 0 ? Number.POSITIVE_INFINITY : next().ends);
            clock.nowSeconds = now;
            if (kind === 'line') {
              timers.startCentralQueue(row, start);
              note(eventKind.centralQueueTimedOut, centralQueue);
            } else if (kind === 'try') {
              timers.startTry(row, start);
              note(eventKind.tryTimedOut, attempt);
            } else {
              timers.startTotal(row, start);
              note(eventKind.totalTimedOut, total);
            }
          });
          expect(timers.nextSeconds).toBe(running.length === 0 ? Number.POSITIVE_INFINITY : next().ends);
        },
      ),
      { numRuns: 60 },
    );
  });
});
