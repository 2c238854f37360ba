import fc from 'fast-check';
import { StepCurve } from '../../src/stats/stepCurve.js';

/** A curve from its changes: [seconds, value]. */
export function curveFrom(changes: readonly (readonly [number, number])[]): StepCurve {
  const curve = new StepCurve();
  for (const [seconds, value] of changes) curve.set(seconds, value);
  return curve;
}

/** Curves over [0, 200) with values of 0 to 6, on whole seconds. */
export const stepCurves = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 20 }), fc.nat(6)), { minLength: 1, maxLength: 15 })
  .map((steps) => {
    let seconds = 0;
    return curveFrom(
      steps.map(([length, value], index) => {
        seconds += index === 0 ? 0 : length;
        return [seconds, value] as const;
      }),
    );
  });
