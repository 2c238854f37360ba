import { buildDistribution } from '../random/distributions/index.js';
/** A source of virtual users; think times are keyed by (user, iteration), so every policy meets the same ones. */
export function closedSource({ changes, think, context, takeIteration }) {
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
