import { z } from 'zod';
import { balancer } from '../balancer.js';
import { LoadHeap } from '../loadHeap.js';

export const leastRequests = balancer({
  name: 'least-requests',
  summary: 'The least loaded; ties to the one picked longest ago',
  schema: z.strictObject({}),
  build: (_settings, { capacity, loadOf }) => {
    const heap = new LoadHeap();
    return {
      add: (instance) => heap.add(instance, loadOf(instance)),
      remove: (instance) => heap.remove(instance),
      loadRose: (instance) => heap.loadChanged(instance, loadOf(instance)),
      loadFell: (instance) => heap.loadChanged(instance, loadOf(instance)),
      pick: () => {
        if (heap.count === 0 || heap.leastLoad >= capacity) return -1;
        return heap.pickLeast();
      },
    };
  },
});
