import { z } from 'zod';
import type { Draws } from './tokens.js';

/** Who sends the requests of a class: one consumer, or a share for each. */
export const consumerSchema = z
  .union([z.string(), z.record(z.string(), z.number().min(0))])
  .meta({ description: 'Who asks, of ai.consumers: a name, or weights such as { team-a: 0.7, team-b: 0.3 }' });

export type ConsumerShares = z.output<typeof consumerSchema>;

/** Who asks with requests of a class, by weight. */
export function weightsOfConsumers(consumer: ConsumerShares): Readonly<Record<string, number>> {
  return typeof consumer === 'string' ? { [consumer]: 1 } : consumer;
}

/** Numbers of consumers, by their place among all names; of one alone the number itself. */
export function consumerDraws(consumer: ConsumerShares, names: readonly string[]): Draws | number {
  const shares = Object.entries(weightsOfConsumers(consumer)).filter(([, weight]) => weight > 0);
  if (shares.length === 1) return names.indexOf(shares[0][0]);
  const total = shares.reduce((sum, [, weight]) => sum + weight, 0);
  let sum = 0;
  const upTo = shares.map(([name, weight]) => {
    sum += weight / total;
    return { number: names.indexOf(name), sum };
  });
  const last = upTo[upTo.length - 1].number;
  return {
    sample(stream) {
      const uniform = stream.uniform();
      return upTo.find((share) => uniform < share.sum)?.number ?? last;
    },
  };
}
