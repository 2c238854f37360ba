import type { Fallback } from './fallback.js';
import type { Formula } from './formula/formula.js';
import type { ScaleRules } from './requestScale.js';
import type { ExternalTrigger, Trigger } from './trigger.js';
/** A ScaledObject that was read: what the simulation needs of it. */
export interface ScaledObjectSettings {
    readonly name: string;
    readonly targetName: string;
    readonly pollingSeconds: number;
    readonly maxCount: number;
    readonly rules: ScaleRules;
    /** The annotation `paused-replicas`: held at this count. */
    readonly pausedCount: number | undefined;
    readonly fallback: Fallback | undefined;
    readonly modifiers: Modifiers | undefined;
    readonly triggers: readonly Trigger[];
    /** `advanced.horizontalPodAutoscalerConfig.behavior`, as the HPA gets it. */
    readonly behavior: Readonly<Record<string, unknown>> | undefined;
}
/** `advanced.scalingModifiers`: one metric in place of the triggers'. */
export interface Modifiers {
    readonly text: string;
    readonly formula: Formula;
    readonly target: number;
    readonly activation: number;
    readonly metricType: 'AverageValue' | 'Value';
}
/** The name that the HPA sees instead of the triggers'. Source: a description of kedacore/keda, apis/keda/v1alpha1. */
export declare const compositeMetricName = "composite-metric";
/** The triggers that KEDA reads itself. */
export declare function externalTriggers({ triggers }: Pick<ScaledObjectSettings, 'triggers'>): ExternalTrigger[];
/** The lower bound of the HPA, which cannot scale to 0. */
export declare function hpaMinCount({ rules }: Pick<ScaledObjectSettings, 'rules'>): number;
