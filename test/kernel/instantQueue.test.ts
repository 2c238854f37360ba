import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beginColumns } from '../../src/kernel/columns.js';
import { InstantQueue } from '../../src/kernel/instantQueue.js';

test('events leave in the order in which they came, however pushes and shifts take turns', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 400 }), (pushes) => {
      const queue = new InstantQueue();
      const model: number[] = [];
      for (const [number, isPush] of pushes.entries()) {
        if (isPush) {
          queue.push(number % 7, number, number + 7);
          model.push(number);
        } else if (!queue.isEmpty) {
          queue.shift();
          const expected = model.shift() ?? -1;
          expect([queue.kind, queue.row, queue.generation]).toEqual([expected % 7, expected, expected + 7]);
        }
        expect(queue.isEmpty).toBe(model.length === 0);
      }
    }),
  );
});

test('it grows beyond its first columns', () => {
  const queue = new InstantQueue();
  for (let row = 0; row < 1000; row++) queue.push(1, row, row);
  for (let row = 0; row < 1000; row++) {
    queue.shift();
    expect(queue.row).toBe(row);
  }
  expect(queue.isEmpty).toBe(true);
});

test('it takes no more room than for what waits at once', () => {
  const queue = new InstantQueue();
  beginColumns(0);
  try {
    for (let row = 0; row < 1000; row++) {
      queue.push(1, row, row);
      queue.push(2, row, row);
      queue.shift();
      queue.shift();
    }
    expect([queue.kind, queue.row, queue.isEmpty]).toEqual([2, 999, true]);
  } finally {
    beginColumns(Number.POSITIVE_INFINITY);
  }
});
