import type { ScalingPolicy } from './scalingRules.js';
/** One change of the count that the controller made, as it remembers it for the policies' periods. */
export interface ScaleEvent {
    /** Pods added, or pods removed: positive in both lists. */
    readonly changeCount: number;
    readonly timeSeconds: number;
    /** Its place may be used again. */
    readonly isOutdated: boolean;
}
/** Pods added (or removed) within the last `periodSeconds`; a change of exactly that age is outside. */
export declare function changeInPeriod(events: readonly ScaleEvent[], { nowSeconds, periodSeconds }: {
    readonly nowSeconds: number;
    readonly periodSeconds: number;
}): number;
/**
 * The list with a change added: in the last place that no policy looks at any more, else at the end.
 *
 * Lists live in the controller's memory only: after its restart all periods begin anew.
 * Source: a description of kubernetes/kubernetes pkg/controller/podautoscaler/horizontal.go (storeScaleEvent).
 * @param policies of the direction of this list; none when the manifest has no `behavior`, and then nothing is stored
 */
export declare function storeEvent(events: readonly ScaleEvent[], policies: readonly ScalingPolicy[] | undefined, { changeCount, nowSeconds }: {
    readonly changeCount: number;
    readonly nowSeconds: number;
}): readonly ScaleEvent[];
