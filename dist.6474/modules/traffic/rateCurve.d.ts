import type { Segment } from './segment.js';
import type { RateCurve, RatePiece } from './source.js';
/** The rate curve of a list of segments in time order; 0 outside them. Lookups are O(log segments). */
export declare function curveOf(segments: readonly Segment[]): RateCurve;
/** The pieces of segments in time order: no traffic between them and after the last. */
export declare function piecesOf(segments: Iterable<Segment>): Generator<RatePiece>;
