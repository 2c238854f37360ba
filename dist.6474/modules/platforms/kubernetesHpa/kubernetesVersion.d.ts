import type { SourceDocument } from '../../base/document.js';
/** The parameter that says for which Kubernetes a manifest is read: `hpa.yaml?kubernetesVersion=1.34`. */
export declare const versionField = "kubernetesVersion";
/** What the controller and the API server of one version do, with the feature gates at their defaults. */
export interface VersionRules {
    /** Of Kubernetes 1. */
    readonly minor: number;
    /** `minReplicas: 0` is accepted: HPAScaleToZero is on by default since 1.37. */
    readonly takesZero: boolean;
    /** A target at 0 is woken only if this autoscaler took it there: since 1.36 (condition ScaledToZero). */
    readonly wakesOnlyOwnZero: boolean;
    /** `tolerance` is read: HPAConfigurableTolerance is on by default since 1.35; 1.33 and 1.34 drop the field. */
    readonly readsTolerance: boolean;
    /** `tolerance` is a field at all: since 1.33. */
    readonly hasTolerance: boolean;
}
/**
 * The version that a parameter asks for, and the manifest without it.
 *
 * @throws ProblemError for a version that is not known
 */
export declare function takeVersion(source: SourceDocument): {
    readonly version: VersionRules;
    readonly value: unknown;
};
