import { z } from 'zod';
import { type Balancer, type BalancerContext, balancer } from '../balancer.js';
import { FreeSlotOrder } from '../freeSlotOrder.js';

export const roundRobin = balancer({
  name: 'round-robin',
  summary: 'Each instance in turn; with a central queue the slot free longest',
  schema: z.strictObject({}),
  build: (_settings, context) => (context.capacity === Number.POSITIVE_INFINITY ? takeTurns() : freeLongest(context)),
});

/** A ring of the ready instances; a new one takes its first turn after all others had theirs. */
function takeTurns(): Balancer {
  const next: number[] = [];
  const previous: number[] = [];
  let turn = -1;
  return {
    add: (instance) => {
      if (turn < 0) {
        next[instance] = instance;
        previous[instance] = instance;
        turn = instance;
        return;
      }
      const last = previous[turn];
      next[last] = instance;
      previous[instance] = last;
      next[instance] = turn;
      previous[turn] = instance;
    },
    remove: (instance) => {
      const after = next[instance];
      if (turn === instance) turn = after === instance ? -1 : after;
      next[previous[instance]] = after;
      previous[after] = previous[instance];
    },
    loadRose: () => {},
    loadFell: () => {},
    pick: () => {
      const instance = turn;
      if (instance >= 0) turn = next[instance];
      return instance;
    },
  };
}

function freeLongest({ capacity }: BalancerContext): Balancer {
  const order = new FreeSlotOrder(capacity);
  return {
    add: (instance) => order.add(instance),
    remove: (instance) => order.remove(instance),
    loadRose: () => {},
    loadFell: (instance) => order.slotFreed(instance),
    pick: () => order.take(),
  };
}
