import { type Answer, type FleetCounts } from './askTrigger.js';
import type { Modifiers, ScaledObjectSettings } from './scaledObject.js';
/** The one metric of `scalingModifiers`, from the answers of all triggers. */
interface CompositeValue {
    /** undefined: it has failed. */
    readonly value: number | undefined;
    readonly isInvented: boolean;
}
/** What a formula has to know of a trigger's answer. */
interface FormulaInput extends Pick<Answer, 'value' | 'failureCount'> {
    readonly trigger: {
        readonly name: string | undefined;
    };
}
/** Source: a description of kedacore/keda v2.20, pkg/scaling/modifiers/formula.go. */
export declare function compositeValue(settings: Pick<ScaledObjectSettings, 'fallback'>, { formula, target, metricType }: Modifiers, answers: readonly FormulaInput[], fleet: FleetCounts): CompositeValue;
export {};
