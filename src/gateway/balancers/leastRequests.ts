import { z } from 'zod';
import { balancer } from '../balancer.js';
import { LoadLevels } from '../loadLevels.js';

export const leastRequests = balancer({
  name: 'least-requests',
  summary: 'The least loaded; ties to the one picked longest ago',
  schema: z.strictObject({}),
  build: (_settings, { capacity, loadOf }) => {
    const levels = new LoadLevels();
    return {
      add: (instance) => levels.add(instance, loadOf(instance)),
      remove: (instance) => levels.remove(instance),
      loadRose: (instance) => levels.loadChanged(instance, 1),
      loadFell: (instance) => levels.loadChanged(instance, -1),
      pick: () => {
        const isFull = levels.count === 0 || (capacity !== Number.POSITIVE_INFINITY && levels.leastLoad >= capacity);
        return isFull ? -1 : levels.pickLeast();
      },
    };
  },
});
