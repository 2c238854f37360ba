import type { Lint } from '../platform.js';
import { type StepPolicy } from './model.js';
import { type Amount } from './openValue.js';
/**
 * Alarms that fire where no step of their policy holds: always, or in a part of the range.
 *
 * A breach is the metric less the threshold. Below its threshold an alarm's breaches are negative, so a step from 0 up holds at
 * none of them. Steps have no gaps between them (AWS refuses those), so what they cover is one range.
 * ```
 *   alarm > 60      fires          60 (---------------------
 *   steps 10..      hold                   70 [-------------      nothing happens from 60 to 70
 * ```
 * Source: StepAdjustment, both API references; `algorithm/stepAdjustments.ts` has the rules for the ends.
 */
export declare function lintSteps(policy: StepPolicy<Amount>): Lint[];
