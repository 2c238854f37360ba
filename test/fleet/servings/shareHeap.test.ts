import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ShareHeap } from '../../../src/fleet/servings/shareHeap.js';

describe('the requests that share an instance', () => {
  it('complete by their tags, equal ones as they came, whoever leaves in between', () => {
    const step = fc.record({
      kind: fc.constantFrom('push', 'push', 'push', 'pop', 'remove'),
      tag: fc.nat(9),
      which: fc.nat(99),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 150, size: 'max' }), (steps) => {
        const heap = new ShareHeap();
        /** In the order of completion. */
        const model: { row: number; tag: number }[] = [];
        const [found, expected]: number[][] = [[], []];
        const pop = () => {
          found.push(heap.firstTag, heap.pop());
          const { tag, row } = model.splice(0, 1)[0];
          expected.push(tag, row);
        };
        for (const [row, { kind, tag, which }] of steps.entries()) {
          if (kind === 'push') {
            heap.tag[0] = tag;
            heap.push(row);
            const later = model.findIndex((one) => one.tag > tag);
            model.splice(later < 0 ? model.length : later, 0, { row, tag });
          } else if (model.length === 0) continue;
          else if (kind === 'pop') pop();
          else heap.remove(model.splice(which % model.length, 1)[0].row);
          expect(heap.count).toBe(model.length);
        }
        while (model.length > 0) pop();
        expect(found).toEqual(expected);
        expect(heap.count).toBe(0);
      }),
    );
  });

  it('are none after it is cleared, and begin anew', () => {
    const heap = new ShareHeap();
    for (const row of [4, 3, 2]) {
      heap.tag[0] = row;
      heap.push(row);
    }
    heap.clear();
    heap.tag[0] = 7;
    heap.push(9);
    expect([heap.count, heap.firstTag, heap.pop(), heap.count]).toEqual([1, 7, 9, 0]);
  });
});
