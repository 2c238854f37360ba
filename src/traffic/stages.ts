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

/** Where stages begin, and the unit their targets count in. */
interface StageStart {
  readonly seconds: number;
  readonly value: number;
  readonly timeUnitSeconds: number;
}

/** The segments of stages whose targets are rates. */
export function segmentsOf(stages: readonly Stage[], { seconds, value, timeUnitSeconds }: StageStart): Segment[] {
  const segments: Segment[] = [];
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
