import { z } from 'zod';
import { durationSchema } from '../base/duration.js';
import { linearSegment } from './segment.js';
/** k6's stages: the value moves straight to `target` within `duration`; a stage of 0s is a jump. */
export const stagesSchema = (target) => z.array(z.strictObject({ duration: durationSchema(), target })).min(1);
/** The segments of stages whose targets are rates. */
export function segmentsOf(stages, { seconds, value, timeUnitSeconds }) {
    const segments = [];
    let fromSeconds = seconds;
    let fromRate = value;
    for (const { duration, target } of stages) {
        if (duration > 0) {
            segments.push(linearSegment({ fromSeconds, lengthSeconds: duration, fromRate, toRate: target, timeUnitSeconds }));
        }
        fromSeconds += duration;
        fromRate = target;
    }
    return segments;
}
