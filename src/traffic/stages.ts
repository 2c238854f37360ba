import { z } from 'zod';
import { durationSchema } from '../base/duration.js';
import { linearSegment, type Segment } from './segment.js';

/** k6's stages: the value moves straight to `target` within `duration`; a stage of 0s is a jump. */
export const stagesSchema = (target: z.ZodType<number, number>) =>
  z.array(z.strictObject({ duration: durationSchema(), target })).min(1);

export interface Stage {
  readonly duration: number;
  readonly target: number;
}

/** The segments of stages; `scale` turns a target into arrivals per second. */
export function segmentsOf(
  stages: readonly Stage[],
  first: { readonly seconds: number; readonly value: number },
  scale: number,
): Segment[] {
  let { seconds, value } = first;
  const segments: Segment[] = [];
  for (const { duration, target } of stages) {
    if (duration > 0) segments.push(linearSegment(seconds, duration, value * scale, target * scale));
    seconds += duration;
    value = target;
  }
  return segments;
}
