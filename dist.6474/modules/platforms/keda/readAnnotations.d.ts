import type { SourceDocument } from '../../base/document.js';
import type { Problem } from '../../base/problem.js';
import type { ScaleRules } from './requestScale.js';
/**
 * The annotations that stop or start scaling.
 *
 * Source: a description of kedacore/keda v2.20, apis/keda/v1alpha1/scaledobject_types.go (paused-scale-in, paused-scale-out and
 * force-activation since 2.18).
 */
export declare const annotationPrefix = "autoscaling.keda.sh/";
export declare const switchAnnotations: readonly string[];
interface ReadAnnotations {
    readonly problems: readonly Problem[];
    readonly pausedCount: number | undefined;
    readonly rules: Pick<ScaleRules, 'isPaused' | 'isScaleInPaused' | 'isScaleOutPaused' | 'isForcedActive'>;
}
export declare function readAnnotations(annotations: Readonly<Record<string, string>>, source: SourceDocument): ReadAnnotations;
export {};
