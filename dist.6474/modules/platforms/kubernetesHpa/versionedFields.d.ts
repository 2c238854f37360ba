import type { SourceDocument } from '../../base/document.js';
import type { Problem } from '../../base/problem.js';
import type { KubeQuantity } from './kubeQuantity.js';
import type { VersionRules } from './kubernetesVersion.js';
import type { GivenMetric } from './metricSchema.js';
/**
 * Fields that Kubernetes has in some versions only.
 *
 * Source: see kubernetesVersion.ts; keps/sig-autoscaling/5325-hpa-pod-selection-accuracy, which no kubernetes/api up to v0.37 has.
 */
/** `minReplicas: 0` without a metric that is there without pods. */
export declare function zeroProblem(minReplicas: number | undefined, metrics: readonly {
    readonly metric: GivenMetric;
}[], source: SourceDocument): Problem | undefined;
/** A tolerance where the version has no such field. */
export declare function toleranceProblem(tolerance: KubeQuantity | undefined, { hasTolerance, minor }: VersionRules, where: Problem['where']): Problem | undefined;
export declare function selectionStrategyWarning(strategy: string | undefined, source: SourceDocument): Problem[];
