import { z } from 'zod';
import { balancer } from '../balancer.js';
import { EligibleSet } from '../eligibleSet.js';

/** @see Mitzenmacher, "The Power of Two Choices in Randomized Load Balancing" (2001) */
export const powerOfTwo = balancer({
  name: 'power-of-two',
  summary: 'Two distinct instances at random, the lesser loaded; the first drawn on a tie',
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
      pick: () => {
        const { count } = eligible;
        if (count <= 1) return count === 0 ? -1 : eligible.at(0);
        const first = stream.below(count);
        const other = stream.below(count - 1);
        const a = eligible.at(first);
        const b = eligible.at(other < first ? other : other + 1);
        return loadOf(b) < loadOf(a) ? b : a;
      },
    };
  },
});
