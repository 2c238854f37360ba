import type { Finding } from '../finding.js';
import { type Scenario, type ScenarioInput } from '../schema.js';
import { type KeyPath } from './keyPath.js';
import { type Quantity } from './quantity.js';
/** A number of a scenario that is known within a range only: low <= value <= high, in seconds, bytes or as it stands. */
export interface Range {
    /** As the assumption names it. */
    readonly path: string;
    readonly keys: KeyPath;
    readonly quantity: Quantity;
    readonly low: number;
    readonly high: number;
    /** The schema takes whole numbers only. */
    readonly isWhole: boolean;
    readonly basis: Scenario['assumptions'][number]['basis'];
}
/** The assumptions of a scenario as far as worlds can be drawn from them. */
export interface Ranges {
    readonly ranges: readonly Range[];
    /** Paths of the assumptions that are not drawn, by the reason. */
    readonly notDrawn: Readonly<Record<NotDrawn, readonly string[]>>;
}
/** Why an assumption is not drawn: it has no range, is about no number, or `--set` or a manifest gave the value. */
export type NotDrawn = 'withoutRange' | 'noNumber' | 'given';
/** A scenario file with the defaults of the schema, and the same with every default. */
export interface Written {
    /** What the file says, in the form that `inspect` writes. */
    readonly input: ScenarioInput;
    /** With the defaults that follow from other keys, too. */
    readonly resolved: ScenarioInput;
    /** Key paths that `--set` gives. */
    readonly given: readonly string[];
}
/** Reads the ranges of the assumptions; everything that is wrong with them is a finding. */
export declare function readRanges(written: Written): Ranges & {
    readonly findings: readonly Finding[];
};
