import { z } from 'zod';
import { durationSchema } from '../../base/duration.js';
import { closedSource } from '../closedSource.js';
import { closedShape, count, scaledCount, sourceVariant } from '../sourceVariant.js';
import { stagesSchema } from '../stages.js';
export const rampingVus = sourceVariant({
    name: 'ramping-vus',
    summary: 'Virtual users that ramp from stage to stage in whole steps (k6)',
    schema: z.strictObject({
        executor: z.literal('ramping-vus'),
        ...closedShape,
        startVUs: count(0).default(1),
        stages: stagesSchema(count(0)).refine((stages) => stages.some(({ target }) => target > 0), 'no stage has a target above 0\nWith no users there is nothing to simulate.\nset at least one `target` above 0.'),
        gracefulRampDown: durationSchema().optional().meta({ description: 'Accepted without effect' }),
    }),
    scaled: (settings, factor) => ({
        ...settings,
        startVUs: scaledCount(settings.startVUs, factor),
        stages: settings.stages.map((stage) => ({ ...stage, target: scaledCount(stage.target, factor) })),
    }),
    build: ({ startTime, startVUs, stages, think }, context) => closedSource({ changes: rampChanges(stages, startTime, startVUs), think, context }),
});
/** Whole steps at the instants where the straight line crosses them; the last stage ends the source. */
function* rampChanges(stages, startSeconds, startCount) {
    let seconds = startSeconds;
    let value = startCount;
    yield { atSeconds: seconds, count: value };
    for (const { duration, target } of stages) {
        const step = Math.sign(target - value);
        const stepCount = Math.abs(target - value);
        if (duration === 0)
            yield { atSeconds: seconds, count: target };
        else
            for (let done = 1; done <= stepCount; done++) {
                yield { atSeconds: seconds + (duration * done) / stepCount, count: value + step * done };
            }
        seconds += duration;
        value = target;
    }
    yield { atSeconds: seconds, count: 0 };
}
