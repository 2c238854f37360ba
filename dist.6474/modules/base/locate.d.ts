import type { SourceDocument } from './document.js';
import type { Place } from './problem.js';
/** Where a key path stands: its value, or the deepest part of the path that is there. `isKey` points at the key itself. */
export declare function locate(source: SourceDocument, path: readonly PropertyKey[], isKey?: boolean): Place;
