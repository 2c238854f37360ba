import type { Place } from '../../../base/problem.js';
import type { ScalingModel } from '../model.js';
import { type Amount, type OpenValue } from '../openValue.js';
import { type ScalableUnit } from '../scalableDimensions.js';
import type { Findings } from './findings.js';
import { type Resource } from './resource.js';
/** What a group or scalable target says beside its policies. */
export interface Limits {
    readonly target: string | undefined;
    readonly isTargetNamed: boolean;
    readonly unit: ScalableUnit;
    /** Of Application Auto Scaling: `ecs`; empty where nothing says it. */
    readonly namespace: string;
    readonly bounds: ScalingModel<Amount>['bounds'];
    /** Whether the manifest gives them. */
    readonly isGiven: boolean;
    readonly where: Place | undefined;
    readonly deployedIf: OpenValue | undefined;
    /** For simple scaling. */
    readonly cooldownSeconds: Amount;
    /** For policies without one of their own. */
    readonly warmupSeconds: Amount;
}
interface LimitContext {
    readonly kind: ScalingModel['kind'];
    /** The first policy. */
    readonly policy: Resource;
    /** The group or scalable target, where the document holds it. */
    readonly owner: Resource | undefined;
    readonly findings: Findings;
}
/** Bounds and defaults of the group or scalable target that the policies belong to. */
export declare function readLimits(context: LimitContext): Limits;
/** The group or scalable target that a policy names; the only one there is, when the policy names none. */
export declare function ownerOf(resources: readonly Resource[], policy: Resource): Resource | undefined;
/** No bounds of its own: the scenario's min..max cut what the group does not. */
export declare const unbounded: {
    readonly minCount: 0;
    readonly maxCount: number;
};
export {};
