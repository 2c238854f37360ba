import { z } from 'zod';
import { durationSchema } from '../../base/duration.js';
import { buildArrivals } from '../arrivals/index.js';
import { segmentedSource } from '../openSource.js';
import { linearSegment } from '../segment.js';
import { openShape, sourceVariant } from '../sourceVariant.js';
export const markovModulated = sourceVariant({
    name: 'markov-modulated',
    summary: 'Bursts: the rate changes between states, each held for an exponential time',
    schema: z.strictObject({
        executor: z.literal('markov-modulated'),
        ...openShape,
        states: z
            .array(z.strictObject({
            rate: z.number().min(0).meta({ description: 'Arrivals per second in this state' }),
            stay: durationSchema({ sign: 'positive' }).meta({ description: 'Mean length of a stay' }),
        }))
            .min(2)
            .max(100)
            .meta({ description: 'Visited in turn, from a state drawn by its share of the time' }),
        duration: durationSchema({ sign: 'positive' }).optional(),
    }),
    scaled: (settings, factor) => ({
        ...settings,
        states: settings.states.map((state) => ({ ...state, rate: state.rate * factor })),
    }),
    build: ({ startTime, duration, arrivals, states }, context) => {
        const endSeconds = startTime + (duration ?? Math.max(0, context.durationSeconds - startTime));
        return segmentedSource({
            process: buildArrivals(arrivals, context.stream('arrivals')),
            segments: stays(states, { startSeconds: startTime, endSeconds, stream: context.stream('states') }),
        });
    },
});
/** The stays of one run, drawn whole before it starts, so that every policy meets the same bursts. */
function stays(states, { startSeconds, endSeconds, stream }) {
    const segments = [];
    let index = firstState(states, stream.uniform());
    let fromSeconds = startSeconds;
    while (fromSeconds < endSeconds) {
        const { rate, stay } = states[index];
        const lengthSeconds = Math.min(stay * stream.exponential(), endSeconds - fromSeconds);
        segments.push(linearSegment({ fromSeconds, lengthSeconds, fromRate: rate, toRate: rate }));
        fromSeconds += lengthSeconds;
        index = (index + 1) % states.length;
    }
    return segments;
}
/** A state in the long run's proportions; stays have no memory, so the first one is drawn like any other. */
function firstState(states, uniform) {
    const total = states.reduce((sum, { stay }) => sum + stay, 0);
    let left = uniform * total;
    for (const [index, { stay }] of states.entries()) {
        left -= stay;
        if (left < 0)
            return index;
    }
    return states.length - 1;
}
