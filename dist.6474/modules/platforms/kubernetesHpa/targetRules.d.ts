import type { z } from 'zod';
import type { KubeQuantity } from './kubeQuantity.js';
/** The fields of a metric's target that hold a number. */
declare const targetFields: readonly ['averageUtilization', 'averageValue', 'value'];
type TargetField = (typeof targetFields)[number];
export type TargetSource = 'Resource' | 'ContainerResource' | 'Pods' | 'Object' | 'External';
/** A target as the manifest has it. */
export interface GivenTarget {
    readonly type: string;
    readonly value?: KubeQuantity | undefined;
    readonly averageValue?: KubeQuantity | undefined;
    readonly averageUtilization?: number | undefined;
}
/**
 * The field that the controller goes by.
 *
 * For an Object metric `type` names it, and where that field is missing the metric fails at every sync; for all others it
 * is the field that is given, whatever `type` says.
 * Source: kubernetes/kubernetes pkg/controller/podautoscaler/horizontal.go (computeStatusForObjectMetric,
 * computeStatusForExternalMetric, computeStatusForPodsMetric, computeStatusForResourceMetricGeneric).
 * @returns undefined when it is missing
 */
export declare function fieldRead(source: TargetSource, target: GivenTarget): TargetField | undefined;
/** Fields of a target that are there and have no effect: `type` where it names another field, and numbers that nothing reads. */
export declare function fieldsWithoutEffect(source: TargetSource, target: GivenTarget): readonly ('type' | TargetField)[];
/** The type that a target has by the field that is read. */
export declare function typeRead(source: TargetSource, target: GivenTarget): string;
/** Refuses a target that the API server refuses, or that the controller can never use. */
export declare function checkTarget(source: TargetSource, target: GivenTarget, context: z.RefinementCtx): void;
export {};
