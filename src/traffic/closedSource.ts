import { buildDistribution, type DistributionSettings } from '../random/distributions/index.js';
import type { ClosedSource, SourceContext } from './source.js';

/** A change in the number of active users. */
export interface UserChange {
  readonly atSeconds: number;
  readonly count: number;
}

export interface ClosedSourceOptions {
  /** In time order. */
  readonly changes: Iterable<UserChange>;
  readonly think: DistributionSettings;
  readonly context: SourceContext;
  /** Takes one iteration for a user; false when none is left. Always there when left out. */
  readonly takeIteration?: (userIndex: number) => boolean;
}

/** A source of virtual users; think times are keyed by (user, iteration), so every policy meets the same ones. */
export function closedSource({ changes, think, context, takeIteration }: ClosedSourceOptions): ClosedSource {
  const thinking = buildDistribution(think);
  const stream = context.indexedStream('think');
  const iterator = changes[Symbol.iterator]();
  return {
    kind: 'closed',
    nextChange: () => {
      const next = iterator.next();
      return next.done === true ? undefined : next.value;
    },
    takeIteration: takeIteration ?? (() => true),
    thinkSeconds: (userIndex, iteration) => {
      stream.seek(userIndex, iteration);
      return thinking.sample(stream);
    },
  };
}
