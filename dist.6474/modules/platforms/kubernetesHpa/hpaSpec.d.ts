import type { Place } from '../../base/problem.js';
import type { Lint, RequestShare } from '../platform.js';
import type { ControllerFlags } from './controllerFlags.js';
import type { VersionRules } from './kubernetesVersion.js';
import type { ResourceName } from './pod.js';
import type { Direction, GivenRules, ScalingRules } from './scalingRules.js';
import type { Tolerance } from './usageRatio.js';
/** What a metric is compared with. */
export type MetricTarget = 
/** A share of the request, percent. */
{
    readonly kind: 'utilization';
    readonly percent: number;
}
/** A value a pod, or a total shared out over the pods. */
 | {
    readonly kind: 'average';
    readonly milli: bigint;
    readonly text: string;
}
/** A total against one number. */
 | {
    readonly kind: 'value';
    readonly milli: bigint;
    readonly text: string;
};
/** What an External metric that cannot be read asks for once it has failed for so long. */
export interface ExternalFallback {
    readonly replicas: number;
    readonly failureSeconds: number;
}
/** One entry of `spec.metrics`. A container's resource is the whole instance's in a run, for an instance has one container. */
export type MetricSpec = {
    readonly target: MetricTarget;
    /** Where its target stands in the manifest. */
    readonly path: readonly PropertyKey[];
    /** Of External metrics. */
    readonly fallback?: ExternalFallback;
} & ({
    readonly source: 'resource';
    readonly name: ResourceName;
    readonly container?: string;
} | {
    readonly source: 'pods' | 'object' | 'external';
    readonly name: string;
});
/** An autoscaler read from its manifest, defaults filled in. */
export interface HpaSpec {
    readonly name: string;
    /** The scale target's name. */
    readonly target: string;
    readonly minReplicas: number;
    readonly maxReplicas: number;
    readonly metrics: readonly MetricSpec[];
    /** undefined when the manifest has none: the controller then takes an older path. */
    readonly behavior: Readonly<Record<Direction, ScalingRules>> | undefined;
    readonly tolerance: Tolerance;
    readonly flags: ControllerFlags;
    readonly version: VersionRules;
    /** What the manifest itself said, before defaults. */
    readonly given: {
        readonly hasMinReplicas: boolean;
        readonly hasMetrics: boolean;
        readonly rules: Readonly<Partial<Record<Direction, GivenRules>>>;
        /** What surprises people about the text itself. */
        readonly lints: readonly Lint[];
    };
    /** Where a key stands in the manifest. */
    at(path: readonly PropertyKey[]): Place;
}
/** The targets of an autoscaler that are shares of a request. */
export declare function requestShares({ metrics, at }: Pick<HpaSpec, 'metrics' | 'at'>): RequestShare[];
