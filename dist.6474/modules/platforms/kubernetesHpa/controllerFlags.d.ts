import type { CurrentFrom } from './currentFrom.js';
/**
 * How the controller itself is set, one for a whole cluster.
 *
 * Managed clusters do not let their users change these, so the defaults are what most people run with.
 * Source: a description of kube-controller-manager and its pkg/controller/podautoscaler/config/v1alpha1.
 */
export interface ControllerFlags {
    /** `--horizontal-pod-autoscaler-sync-period` */
    readonly syncSeconds: number;
    /** `--horizontal-pod-autoscaler-tolerance`; a manifest may override it for each direction (KEP 4951). */
    readonly toleranceRatio: number;
    /** `--horizontal-pod-autoscaler-cpu-initialization-period`: while a pod is this young its CPU is looked at with care. */
    readonly cpuInitializationSeconds: number;
    /** `--horizontal-pod-autoscaler-initial-readiness-delay`: unready this soon after the start means "never ready yet". */
    readonly initialReadinessDelaySeconds: number;
    /** `--horizontal-pod-autoscaler-downscale-stabilization` */
    readonly downscaleStabilizationSeconds: number;
    /** Without `behavior` one sync grows to at most `factor` times the present count, or `minimumCount` if that is more. */
    readonly legacyScaleUp: {
        readonly factor: number;
        readonly minimumCount: number;
    };
    /**
     * With `minReplicas: 0` a target at 0 is scaled whoever took it there. Until 1.35; since 1.36 only one that the HPA itself
     * took there (kubernetesVersion.ts).
     */
    readonly wakesAnyZero: boolean;
    /**
     * What it takes for the present count: `spec.replicas` of the target, what was asked for; or, until kubernetes#72775 was
     * mended, `status.replicas`, the pods there are, those of a rolling update beyond the count too. It asks for a change
     * where the count that it wants differs from this one.
     */
    readonly currentFrom: CurrentFrom;
}
/** The defaults; the last three are in the controller's source (horizontal.go), no flags. */
export declare const defaultFlags: ControllerFlags;
