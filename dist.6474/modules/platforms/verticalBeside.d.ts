import type { SetReader } from './documentSet.js';
/**
 * A VerticalPodAutoscaler that sets the very request of which an autoscaler of the same pods holds a share.
 *
 * Source: kubernetes/autoscaler vertical-pod-autoscaler/docs (known-limitations.md, api.md: updateMode, containerPolicies,
 * controlledResources, controlledValues).
 */
export declare const verticalBeside: SetReader;
