import { z } from 'zod';
import { balancer } from '../balancer.js';
import { EligibleSet } from '../eligibleSet.js';

export const random = balancer({
  name: 'random',
  summary: 'Any eligible instance, equally likely',
  schema: z.strictObject({}),
  build: (_settings, { stream, capacity, loadOf }) => {
    const eligible = new EligibleSet();
    return {
      add: (instance) => eligible.add(instance),
      remove: (instance) => eligible.remove(instance),
      loadRose: (instance) => {
        if (loadOf(instance) >= capacity) eligible.remove(instance);
      },
      loadFell: (instance) => {
        if (loadOf(instance) < capacity) eligible.add(instance);
      },
      pick: () => (eligible.count === 0 ? -1 : eligible.at(eligible.count === 1 ? 0 : stream.below(eligible.count))),
    };
  },
});
