/** A rectangle in pixels. */
export interface Box {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
}
/** A label that wants to stand near its anchor. */
export interface LabelRequest {
    readonly anchorX: number;
    readonly anchorY: number;
    readonly width: number;
    readonly height: number;
}
/** What labels keep away from. */
interface Surroundings {
    /** Lines and dots: better not, where there is another place. */
    readonly obstacles: readonly Box[];
    /** Other texts: never. */
    readonly texts: readonly Box[];
    /** Labels stay inside. */
    readonly frame: Box;
}
/**
 * Places labels one after the other at the cheapest of sixteen places round their anchors; where a text stands in all of them,
 * at the nearest free place of the frame, and nowhere (undefined) where there is none: no text is ever printed over another.
 *
 * Cost: 1.2 x the area over obstacles and 6 per rank of the direction. Greedy, so the order of the requests counts: who matters
 * most comes first.
 */
export declare function placeLabels(requests: readonly LabelRequest[], { obstacles, texts, frame }: Surroundings): (Box | undefined)[];
/** From the anchor to the nearest point of a label, where they are so far apart that a line must join them. */
export declare function leaderOf({ anchorX, anchorY }: LabelRequest, box: Box): readonly [number, number] | undefined;
export {};
