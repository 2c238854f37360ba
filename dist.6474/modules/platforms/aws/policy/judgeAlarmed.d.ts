import { type Alarm, type ScalingModel, type SimplePolicy, type StepPolicy } from '../model.js';
import type { JudgeContext } from './memory.js';
import type { SlotSeries } from './slotSeries.js';
import { type Verdict } from './verdict.js';
interface AlarmContext extends JudgeContext {
    readonly kind: ScalingModel['kind'];
    seriesOf(alarm: Alarm): SlotSeries;
}
/** What a step or simple scaling policy wants: nothing while its alarm is silent. */
export declare function judgeAlarmed(policy: StepPolicy | SimplePolicy, context: AlarmContext): Verdict;
/** `+3`, `-2`, `+30 %`, `to 5`. */
export declare function adjustmentText(type: StepPolicy['adjustmentType'], amount: number): string;
export {};
