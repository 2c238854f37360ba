import type { z } from 'zod';
import type { Place, Problem } from '../../base/problem.js';
/** A script and its text: where its options stand can only be told from the text. */
export interface ScriptFile {
    readonly file: string;
    readonly text: string;
}
type Path = readonly PropertyKey[];
/**
 * A place in the options of a script.
 *
 * Options are known as values only. The line is that of the key, found by looking for the keys of the path one after the
 * other from `options` on; where the script makes them in another way there is a path and no line.
 */
export declare function placeInOptions({ file, text }: ScriptFile, path: Path): Place;
/** What a schema found in the options, as problems of the script. */
export declare function optionProblems(issues: readonly z.core.$ZodIssue[], script: ScriptFile, { prefix, knownKeys }: {
    readonly prefix: Path;
    readonly knownKeys: readonly string[];
}): Problem[];
export {};
