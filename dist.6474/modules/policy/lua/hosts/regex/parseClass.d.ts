import type { PatternReader } from './patternReader.js';
import { type UnitSet } from './regexNode.js';
/** A class behind its `[`, up to its `]`. */
export declare function parseClass(reader: PatternReader, ignoresCase: boolean): UnitSet;
